import type { Block } from '../../wire.ts';
import { fillBlocks } from '../block-kit/fill.ts';
import { newId, newSecret } from '../ids.ts';
import type { SlackView } from '../state.ts';
import type { World } from '../world.ts';
import { nowSeconds } from './timestamps.ts';

/** A view as an app sends it, already checked. */
export type ViewInput = {
  type: 'modal' | 'home';
  blocks: Block[];
  title?: SlackView['title'];
  submit?: SlackView['submit'];
  close?: SlackView['close'];
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};

type Lineage = { id: string; previous_view_id: string | null; root_view_id: string };

/** The place of a new view: alone, or on top of `previous`. */
export function newLineage(previous?: SlackView): Lineage {
  const id = newId('V');
  return { id, previous_view_id: previous?.id ?? null, root_view_id: previous?.root_view_id ?? id };
}

/** The whole view as Slack keeps and returns it, with block ids filled in and a new hash. */
export function slackView(world: World, input: ViewInput, { id, previous_view_id, root_view_id }: Lineage): SlackView {
  const { team, bot } = world.state;
  return {
    id,
    team_id: team.id,
    type: input.type,
    blocks: fillBlocks(input.blocks),
    private_metadata: input.private_metadata ?? '',
    callback_id: input.callback_id ?? '',
    state: { values: {} },
    hash: `${nowSeconds(world)}.${newSecret(4)}`,
    title: input.title ?? null,
    clear_on_close: input.clear_on_close ?? false,
    notify_on_close: input.notify_on_close ?? false,
    close: input.close ?? null,
    submit: input.submit ?? null,
    previous_view_id,
    root_view_id,
    app_id: bot.appId,
    external_id: input.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
