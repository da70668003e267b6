import type { ModalView } from '@slack/types';
import type { WatchFacts } from '../domain/settings-facts.ts';
import type { WatchForm } from '../domain/watch-form.ts';
import { input, option } from './blocks.ts';
import { channelChosen, isThere, peopleChosen, ticked, typed } from './form-values.ts';
import { CALLBACKS, FIELDS, type Field } from './ids.ts';
import { channelInput, linesInput, peopleInput, settingsForm, textInput } from './settings-form.ts';

const EMPTY = { id: 0, name: '', any: [], all: [], none: [], addresses: [], voices: [], stamp: '' };

/** The form of a watch; a new one begins with `channelId`. Pure. */
export function watchModal(watch: WatchFacts | undefined, channelId: string | null = null): ModalView {
  const { id, name, any, all, none, addresses, voices, stamp } = watch ?? EMPTY;
  const blocks = [
    textInput(FIELDS.watchName, 'Name', name, 80, { hint: 'Your brand, product or topic; it stands on every card.' }),
    channelInput(FIELDS.watchChannel, 'Channel for its cards', watch?.channelId ?? channelId, {
      hint: 'Porchlight joins public channels by itself. To a private one, invite it with /invite @Porchlight.',
    }),
    linesInput(
      FIELDS.watchAny,
      'One of these',
      any,
      'One phrase a line, such as acme cloud. Upper and lower case are alike.',
    ),
    linesInput(FIELDS.watchAll, 'Every one of these', all, 'One phrase a line. Usually empty.'),
    linesInput(FIELDS.watchNone, 'None of these', none, 'One phrase a line, for what sounds like you and is not.'),
    linesInput(
      FIELDS.watchAddresses,
      'Blogs, forums and feeds',
      addresses,
      'One web address a line. Porchlight finds the feed of a blog by itself.',
    ),
    newestBox(),
    peopleInput(
      FIELDS.watchVoices,
      'Voices',
      voices,
      'They reply without a vote. Everybody else’s drafts go to a vote.',
    ),
  ];
  const title = watch ? 'Change the watch' : 'Add a watch';
  return settingsForm({ title, callbackId: CALLBACKS.watch, blocks }, { id, seen: stamp });
}

function newestBox() {
  const options = [option('show', 'Also show the newest 5 that match')];
  return input(FIELDS.watchNewest, 'When an address is new', { type: 'checkboxes', options }, { optional: true });
}

/** What came back; fields that the form did not hold are undefined. */
export function readWatchAnswers(values: unknown): WatchForm {
  const lines = (field: Field) => (isThere(values, field) ? typed(values, field) : undefined);
  return {
    name: typed(values, FIELDS.watchName),
    channel: channelChosen(values, FIELDS.watchChannel),
    any: lines(FIELDS.watchAny),
    all: lines(FIELDS.watchAll),
    none: lines(FIELDS.watchNone),
    addresses: lines(FIELDS.watchAddresses),
    voices: peopleChosen(values, FIELDS.watchVoices),
    showNewest: ticked(values, FIELDS.watchNewest),
  };
}
