import type { KnownBlock, ModalView } from '@slack/types';
import type { PolicyForm } from '../domain/policy-form.ts';
import { DEFAULT_APPROVAL } from '../domain/settings.ts';
import type { UserGroup } from '../domain/settings-facts.ts';
import { channelChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { approverBlocks, numberInput, readPolicy } from './policy-modal.ts';
import { channelInput, settingsForm, textInput } from './settings-form.ts';

const NEW = { id: 0, seen: '' };

/** The first step: the channel. Pure. */
export function firstChannelModal(): ModalView {
  const blocks: KnownBlock[] = [
    channelInput(FIELDS.welcomeChannel, 'Where do the cards go?', null, {
      hint: 'A channel that everybody can see works best. To a private one, invite Porchlight first with /invite @Porchlight.',
    }),
  ];
  return settingsForm({ title: '1 of 3: the channel', callbackId: CALLBACKS.welcomeChannel, blocks }, NEW);
}

/** What came back. */
export function readFirstChannel(values: unknown): { channelId: string | null } {
  return { channelId: channelChosen(values, FIELDS.welcomeChannel) };
}

/** The second step: one address and one phrase. Pure. */
export function firstWatchModal(): ModalView {
  const blocks: KnownBlock[] = [
    textInput(FIELDS.welcomePhrase, 'What are you called?', '', 80, {
      hint: 'A brand, a product or a name, such as acme cloud. More phrases can follow later.',
    }),
    textInput(FIELDS.welcomeAddress, 'Where do people talk about you?', '', 2000, {
      hint: 'The address of a blog, a forum or a feed, such as blog.example.com. Its feed is found by itself.',
    }),
  ];
  return settingsForm({ title: '2 of 3: what is said', callbackId: CALLBACKS.welcomeWatch, blocks }, NEW);
}

/** What came back. */
export function readFirstWatch(values: unknown): { address: string; phrase: string } {
  return { address: typed(values, FIELDS.welcomeAddress), phrase: typed(values, FIELDS.welcomePhrase) };
}

/** The third step: who approves, how many, and where. Pure. */
export function firstApproversModal(channelId: string | null, groups: UserGroup[]): ModalView {
  const blocks: KnownBlock[] = [
    numberInput(FIELDS.policyVotes, 'Approvals that a reply needs', DEFAULT_APPROVAL.votes),
    ...approverBlocks('everyone', groups),
    channelInput(FIELDS.welcomeVotesIn, 'Where do they vote?', channelId),
  ];
  return settingsForm({ title: '3 of 3: who approves', callbackId: CALLBACKS.welcomeApprovers, blocks }, NEW);
}

/** What came back. */
export function readFirstApprovers(values: unknown): { form: PolicyForm; channelId: string | null } {
  return { form: readPolicy(values), channelId: channelChosen(values, FIELDS.welcomeVotesIn) };
}
