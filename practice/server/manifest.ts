import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { allBotEvents, allScopes } from './everything.ts';
import type { PracticeOptions } from './options.ts';

const command = z.object({
  command: z.string(),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const shortcut = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string().default(''),
});

const home = z.object({
  home_tab_enabled: z.boolean().default(false),
  messages_tab_enabled: z.boolean().default(false),
  messages_tab_read_only_enabled: z.boolean().default(true),
});

const schema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: home.prefault({}),
    slash_commands: z.array(command).default([]),
    shortcuts: z.array(shortcut).default([]),
    unfurl_domains: z.array(z.string()).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
    interactivity: z.object({ is_enabled: z.boolean() }).prefault({ is_enabled: false }),
  }),
});

/** The app as its manifest describes it: what it may do and what it wants to hear. */
export type App = {
  name: string;
  scopes: string[];
  botEvents: string[];
  commands: z.infer<typeof command>[];
  shortcuts: z.infer<typeof shortcut>[];
  /** The sites whose links the app may adorn. */
  unfurlDomains: string[];
  home: z.infer<typeof home>;
  isInteractive: boolean;
};

const everything: App = {
  name: 'Porchlight',
  scopes: allScopes,
  botEvents: allBotEvents,
  commands: [{ command: '/community', description: 'Porchlight', usage_hint: 'help', should_escape: true }],
  shortcuts: [],
  unfurlDomains: ['acme.example'],
  home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
  isInteractive: true,
};

function readManifest(file: string | undefined): App {
  let text: string;
  try {
    if (!file) return everything;
    text = readFileSync(file, 'utf8');
  } catch {
    return everything;
  }
  const manifest = schema.parse(parse(text));
  return {
    name: manifest.display_information.name,
    scopes: manifest.oauth_config.scopes.bot,
    botEvents: manifest.settings.event_subscriptions.bot_events,
    commands: manifest.features.slash_commands,
    shortcuts: manifest.features.shortcuts,
    unfurlDomains: manifest.features.unfurl_domains,
    home: manifest.features.app_home,
    isInteractive: manifest.settings.interactivity.is_enabled,
  };
}

/** The app of the manifest, with what the options replace. @throws when the manifest cannot be understood. */
export function loadApp(options: PracticeOptions): App {
  const app = readManifest(options.manifestFile);
  return { ...app, scopes: options.scopes ?? app.scopes, botEvents: options.botEvents ?? app.botEvents };
}
