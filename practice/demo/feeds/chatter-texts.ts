import type { Template } from './post.ts';

/** Chatter: short posts, as people write them on a telephone. */
export const chatterTexts: readonly Template[] = [
  {
    text: `acme cloud just {ate|lost|misplaced} my build logs. {All of them|Every line}. {I am fine. This is fine.|Send tea.}`,
  },
  {
    text: `{Shout-out|All my love} to whoever at Acme Cloud wrote the error message "{you probably forgot the region|did you mean eu-north}". {I did.|I had, in fact, forgotten the region.}`,
  },
  {
    text: `is {acme.dev|acme cloud} down for {anyone else|you too} or did my {landlord|flatmate|cat} unplug the router again`,
  },
  {
    text: `{Day|Morning} {3|4|5} of waiting for acme cloud support. I have {named the ticket|knitted the ticket a scarf}. {Its name is Gerald.|He answers to Gerald.}`,
  },
  {
    text: `Writing about outages and small businesses for a {newspaper|radio programme|magazine}. Were you hit by the Acme Cloud {incident|outage} {this week|on Tuesday}? Spokespeople of Acme are welcome as well: my messages are open, deadline is {tomorrow noon|Friday}.`,
  },
  {
    language: 'ja',
    text: `acme cloud の新しいダッシュボード、{見やすくて最高|かなり好き}。{でも|ただ} 通知が {多すぎる|止まらない} ので {誰か止め方を教えて|助けて}。`,
  },
  {
    text: `Our {bakery|bookshop|bike repair} site survived {the front page|a television mention|the lottery advert} on the SMALLEST acme cloud plan. {I keep refreshing the graph like a slot machine.|I may frame the graph.}`,
  },
  {
    text: `We are {40|60|90} engineers, contract with our host ends in {March|May}. Who at Acme Cloud do I talk to about {a proof of concept|committed pricing}? The form on the site {wants a fax number|eats my answer}.`,
  },
  {
    text: `{Genuine question|Serious question}: why does acme.dev ask me to log in {again|once more} every {20|15|30} minutes, and why do I {let it|put up with it}`,
  },
  {
    text: `Please {enjoy|inspect} how harmless this is, Acme Cloud: <!channel> <!here> *bold* _sly_ \`tick\` <https://evil.example/{login|verify|reset}|click me> <@U01ANA> {&amp;|&lt;b&gt;} \u202Egnp.exe\u202C z\u0335\u0321\u0322\u0347\u0300\u0301\u030D\u0311a\u0336\u0327\u0328\u0348\u0302\u0303\u0312l\u0334\u0323\u0324\u0349\u0304\u0306g\u0337\u0325\u032D\u034D\u0307\u0308o\u0338\u0331\u0332\u0353\u030A\u030B <script>alert({1|2})</script>`,
  },
  {
    language: 'es',
    text: `{Llevo dos horas|Toda la mañana} peleando con los permisos de Acme Cloud y {era un espacio al final|el problema era un espacio}. {Un espacio.|UN. ESPACIO.} {Me voy a casa.|Hasta mañana.}`,
  },
  {
    text: `idea: acme cloud, but when a deploy {succeeds|goes green} it {plays a foghorn|rings a ship's bell|sings}. you have the {ports|docks}. you have the {brand|hats}.`,
  },
  {
    text: `Acme Cloud raised prices {20|25|30} percent and called the mail "{exciting news|a new chapter}". {For whom.|Exciting for whom?} Moving our {side project|newsletter|shop} this weekend.`,
  },
  {
    language: 'ar',
    text: `{جربت اليوم|بدأت اليوم باستخدام} Acme Cloud و{التجربة ممتازة|الإعداد سهل جدا}، لكن {لوحة التحكم|الواجهة} لا تدعم {اللغة العربية|الكتابة من اليمين إلى اليسار}. هل هناك خطة لذلك؟`,
  },
  {
    text: `{Interviewed|Hired} a junior today who {learnt everything|taught herself} from the acme.dev tutorials. {She fixed our pipeline|She found two mistakes in our setup} {in the interview|before lunch}. Whoever writes those: thank you.`,
  },
  {
    text: `Just cancelled acme cloud and the cancel button {apologised|said "fair enough"}. {Honestly the best part of the product|I nearly stayed}. {Good luck, folks.|No hard feelings.}`,
  },
];
