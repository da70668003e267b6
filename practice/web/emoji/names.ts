/** Short names as Slack spells them. A line is a group; aliases of one emoji are joined by `|`, the first is the usual one. */
const GROUPS: Record<string, string> = {
  'Often used':
    '👍 +1|thumbsup 👎 -1|thumbsdown ✅ white_check_mark 🛑 octagonal_sign 👀 eyes ❤️ heart 🎉 tada 🙌 raised_hands 🙏 pray 😄 smile 😂 joy 🚀 rocket 💯 100 🔥 fire ➕ heavy_plus_sign ✔️ heavy_check_mark ❌ x 🚫 no_entry_sign ⛔ no_entry ⚠️ warning 🏮 izakaya_lantern|lantern 💡 bulb',
  Faces:
    '😀 grinning 😃 smiley 😁 grin 😆 laughing|satisfied 😅 sweat_smile 🤣 rolling_on_the_floor_laughing|rofl 🙂 slightly_smiling_face 🙃 upside_down_face 😉 wink 😊 blush 😇 innocent 😍 heart_eyes 🤩 star-struck 😘 kissing_heart 😋 yum 😜 stuck_out_tongue_winking_eye 🤗 hugging_face 🤔 thinking_face|thinking 🤐 zipper_mouth_face 😐 neutral_face 😑 expressionless 😶 no_mouth 😏 smirk 🙄 face_with_rolling_eyes 😬 grimacing 😌 relieved 😔 pensive 😴 sleeping 🤒 face_with_thermometer 🤯 exploding_head 🥳 partying_face 😎 sunglasses 🤓 nerd_face 🧐 face_with_monocle 😕 confused 🙁 slightly_frowning_face 😮 open_mouth 😲 astonished 😳 flushed 🥺 pleading_face 😢 cry 😭 sob 😱 scream 😞 disappointed 😩 weary 😤 triumph 😡 rage 😠 angry 🤬 face_with_symbols_on_mouth 💀 skull 🤖 robot_face|robot',
  Hands:
    '👋 wave ✋ hand|raised_hand 👌 ok_hand ✌️ v 🤞 crossed_fingers 🤘 the_horns 🤙 call_me_hand 👈 point_left 👉 point_right 👆 point_up_2 👇 point_down ☝️ point_up ✊ fist 👊 facepunch|punch 👏 clap 👐 open_hands 🤝 handshake ✍️ writing_hand 💪 muscle 🙋 raising_hand|hand_raised 🤷 shrug 🤦 face_palm|facepalm 🫡 saluting_face 🫶 heart_hands',
  'People and nature':
    '👤 bust_in_silhouette 👥 busts_in_silhouette 🧑‍💻 technologist 🕵️ sleuth_or_spy|detective 🐛 bug 🐢 turtle 🐘 elephant 🐙 octopus 🦄 unicorn_face|unicorn 🐝 bee|honeybee 🌱 seedling 🌳 deciduous_tree 🌻 sunflower 🌍 earth_africa 🌎 earth_americas 🌏 earth_asia 🌙 crescent_moon ⭐ star 🌟 star2 ✨ sparkles ⚡ zap ☀️ sunny ☁️ cloud ☔ umbrella_with_rain_drops ❄️ snowflake 🌈 rainbow 🌊 ocean',
  'Food and things':
    '☕ coffee 🍕 pizza 🍰 cake 🍺 beer 🥂 clinking_glasses 🍾 champagne 🏆 trophy 🥇 first_place_medal|sports_medal 🎯 dart 🎁 gift 🎈 balloon 🎤 microphone 🎧 headphones 🎬 clapper 📣 mega 📢 loudspeaker 🔔 bell 🔕 no_bell 📱 iphone 💻 computer ☎️ phone|telephone 📷 camera 📺 tv 🔍 mag 📖 book|open_book 📚 books 📰 newspaper 📝 memo|pencil ✏️ pencil2 📌 pushpin 📎 paperclip 📅 date 📆 calendar ⏰ alarm_clock ⏳ hourglass_flowing_sand ⌛ hourglass ⏱️ stopwatch 📈 chart_with_upwards_trend 📉 chart_with_downwards_trend 📊 bar_chart 📬 mailbox_with_mail ✉️ email|envelope 📦 package 🔒 lock 🔓 unlock 🔑 key 🔧 wrench 🔨 hammer 🛠️ hammer_and_wrench ⚙️ gear 🧪 test_tube 🧭 compass 🏠 house 🏢 office 🚗 car ✈️ airplane 🚢 ship 🚨 rotating_light 🚧 construction 💰 moneybag 💸 money_with_wings 🗑️ wastebasket 🧵 thread 💬 speech_balloon 🗨️ left_speech_bubble 💭 thought_balloon 💤 zzz 💥 boom|collision 💩 hankey|poop',
  Signs:
    '🧡 orange_heart 💛 yellow_heart 💚 green_heart 💙 blue_heart 💜 purple_heart 🖤 black_heart 🤍 white_heart 💔 broken_heart ‼️ bangbang ❓ question ❔ grey_question ❗ exclamation|heavy_exclamation_mark ❕ grey_exclamation ➖ heavy_minus_sign ➡️ arrow_right ⬅️ arrow_left ⬆️ arrow_up ⬇️ arrow_down ↗️ arrow_upper_right ↩️ leftwards_arrow_with_hook 🔄 arrows_counterclockwise 🔁 repeat ♻️ recycle 🔗 link 🆕 new 🆗 ok 🆘 sos ℹ️ information_source 🔴 red_circle 🟠 large_orange_circle 🟡 large_yellow_circle 🟢 large_green_circle 🔵 large_blue_circle|blue_circle 🟣 large_purple_circle ⚪ white_circle ⚫ black_circle 🟥 large_red_square ⬜ white_large_square ⬛ black_large_square ☑️ ballot_box_with_check 🗳️ ballot_box_with_ballot 🏁 checkered_flag 🚩 triangular_flag_on_post 1️⃣ one 2️⃣ two 3️⃣ three 4️⃣ four 5️⃣ five 6️⃣ six 7️⃣ seven 8️⃣ eight 9️⃣ nine 🔟 keycap_ten 0️⃣ zero',
};

export type EmojiEntry = { char: string; name: string; aliases: string[]; group: string };

/** Every emoji the page knows, in the order the picker shows them. */
export const EMOJI: EmojiEntry[] = Object.entries(GROUPS).flatMap(([group, line]) => {
  const words = line.split(' ');
  return words.flatMap((char, index) => {
    const [name, ...aliases] = (words[index + 1] ?? '').split('|');
    return index % 2 === 0 && name ? [{ char, name, aliases, group }] : [];
  });
});

const byName = new Map(EMOJI.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [name, entry] as const)));
const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** The characters of a short name (with its skin tone, if any); null for a name the page does not know. */
export function emojiChar(name: string): string | null {
  const [base = '', tone] = name.split('::skin-tone-');
  const char = byName.get(base)?.char;
  if (!char) return null;
  return tone ? char.replace('\ufe0f', '') + (TONES[Number(tone) - 2] ?? '') : char;
}

/** A short name as a person would say it: "white check mark". */
export function emojiWords(name: string): string {
  if (/^(\+1|thumbsup)(::|$)/.test(name)) return 'thumbs up';
  if (/^(-1|thumbsdown)(::|$)/.test(name)) return 'thumbs down';
  return name
    .replace(/::skin-tone-\d/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
}

/** The entries whose names hold every word of a search. */
export function findEmoji(search: string): EmojiEntry[] {
  const words = search
    .toLowerCase()
    .replace(/:/g, '')
    .split(/[\s_]+/)
    .filter(Boolean);
  return EMOJI.filter((entry) => {
    const names = [entry.name, ...entry.aliases, emojiWords(entry.name)].join(' ');
    return words.every((word) => names.includes(word));
  });
}
