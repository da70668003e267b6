/** What people, and whoever pretends to be one, type into Slack: each with a word that must never be logged. */
export const SECRET_WORD = 'hushhush';

const TEXTS: Record<string, string> = {
  'spaces only': '   \t  ',
  'ten thousand characters': 'x'.repeat(9_990),
  'smart quotes': '“Acme” ‘cloud’ „and“ «more»',
  'an unclosed quote': 'watch "Acme',
  'a person': '<@U0BEN|ben>',
  'a person of no form': '<@u0ben; drop table mentions>',
  'a channel': '<#C0GEN|community>',
  'a link': '<http://x.example/a?b=c&amp;d|y>',
  'escaped signs': 'R&amp;D &lt;b&gt; &amp;lt;',
  'a call to everybody': '<!channel> <!here> <!everyone> @channel',
  'a user group': '<!subteam^S0GROUP|@leads>',
  'a date of Slack’s': '<!date^1392734382^{date}^https://x.example|then>',
  'line breaks': 'mine\nopen\r\nexport',
  'right to left': '\u202Eesrever\u202C \u05D0\u05D1\u05D2 \u2066x\u2069',
  'a NUL': 'ex\u0000port',
  controls: 'ex\u0007\u001B[31mport\u0085',
  'a lone surrogate': 'ex\uD800port \uDC00',
  'stacked accents': `e${'\u0301'.repeat(500)}xport`,
  emoji: '👩‍👩‍👧‍👦 :white_check_mark: 🏳️‍🌈',
  'a regex bomb': '(a+)+$ (.*a){25} [[[',
  'SQL quotes': '\'; drop table mentions; -- " \\',
  'SQL wildcards': '100%_done\\ % _',
  'a trap': '__proto__ constructor toString',
  'a billion': '1e9',
  'less than nothing': '-1',
  'no number': 'NaN Infinity',
  'a day that is none': '2026-02-30 2026-13-45',
  'an unknown zone': 'Mars/Olympus',
  mrkdwn: '*bold* _it_ ~no~ `code` ```more``` > quote',
  'a script': '<script>alert(1)</script> {{7*7}}',
};

/** By what they are; the word stands at their end. */
export const BAD_TEXTS: [what: string, text: string][] = Object.entries(TEXTS).map(([what, text]) => [
  what,
  `${text} ${SECRET_WORD}`,
]);
