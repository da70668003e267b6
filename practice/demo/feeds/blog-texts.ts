import type { Template } from './post.ts';

/** The Loading Dock: long posts of people who run platforms for a living. */
export const blogTexts: readonly Template[] = [
  {
    title: 'We moved {forty|fifty|sixty} services and nobody noticed',
    text: `{Last Friday|On Tuesday night|Over the long weekend} we moved everything we run to Acme Cloud. The plan had nine pages. We used two of them.

What surprised me was {the silence|how dull it was|that I slept}. No pages, no graphs going sideways, one confused cron job. {I have done this four times in my career and cried three times.|My last migration cost me a marriage counsellor.} This one I would do again.`,
  },
  {
    title: 'The invoice that taught me about egress',
    text: `Our Acme Cloud bill tripled {in October|in one month|between two invoices}. Nothing had changed, except that one team had begun to copy {logs|traces|backups} between regions every five minutes.

It is in the documentation, on a page {nobody reads|I found afterwards|three clicks deep}. A warning at twice the usual spend would have saved us {a very long Monday|an awkward talk with finance}. Please build that.`,
  },
  {
    title: 'A defect in volume snapshots, with a recipe to see it',
    text: `If you take a snapshot on Acme Cloud while a volume {is being resized|is detaching}, the snapshot reports "complete" and holds {half of the data|zeroes after the first 40 GB}. I have done it {six|seven|nine} times in a row now.

The recipe is at the end. I reported it {three weeks ago|on the 3rd|in September} and got a polite number. I would like a less polite fix.`,
  },
  {
    title: 'Why I still pick the boring database',
    text: `Every vendor wants to sell you a database with {an adjective|a mascot|a manifesto}. We run plain Postgres on acme.dev, two replicas, {nightly|hourly} restores into a scratch project.

{The restores are the point.|Nobody thanks you for a backup; they thank you for a restore.} Acme's point-in-time recovery brought us back to 14:02 exactly, after {a migration of mine|an intern with courage} met production.`,
  },
  {
    title: 'To the support engineer who stayed until four',
    text: `{My father was in hospital|My daughter was being born|I was on a train with no signal} when our cluster fell over. Acme Cloud support is not obliged to care about that. {A man called Ravi|Somebody called Ravi} did.

He stayed on the call {until four in the morning|through two shifts}, kept our clinic's booking system up with his bare hands, and never once said "as per our policy". I do not know how to send a company flowers. {This post is flowers.|Consider these flowers.}`,
  },
  {
    title: 'Deploy previews, or: how we stopped fighting about staging',
    text: `{We had one staging environment and eleven opinions.|Staging used to be a shared bathroom.} With the preview environments of Acme Cloud each pull request now gets its own, and it dies {when the branch does|after two quiet days}.

One wish: let me {pin a preview for a customer demo|share a preview behind a password}. Our sales people {weep|ask me weekly}.`,
  },
  {
    title: 'Please stop renaming things',
    text: `In {two|three} years Acme Cloud has called the same thing "Stacks", "Spaces" and now "Projects". {The API still says stack_id.|The Terraform provider speaks all three.} The invoice says "Space".

I am {tired|forty-one}. My runbooks are {archaeology|a museum}. Pick a word, engrave it {over the door|on a mug}, and let us all grow old with it.`,
  },
  {
    title: 'エクスポート機能を本番で三か月使ってみて',
    language: 'ja',
    text: `{先週まで|三か月間}、Acme Cloud のエクスポート機能を本番環境で使いました。{設定は驚くほど簡単|導入は半日}で、ドキュメントも読みやすいです。

ただし {50GB|80GB} を超えるとタイムアウトします。{サポートに問い合わせ中ですが、まだ返事がありません。|回避策をご存じの方がいれば教えてください。}`,
  },
  {
    title: 'Benchmarks nobody asked for: cold starts on five clouds',
    text: `I measured {ten|twenty} thousand cold starts on five providers so that you can be wrong on the internet with numbers. Acme Cloud came {second|first} at the median and {fourth|third} at the 99th percentile.

The tail is the story. {Every few hundred starts one takes eleven seconds|One start in four hundred naps for eleven seconds}, and I cannot see why from outside. Does anybody at Acme want my traces?`,
  },
  {
    title: 'We are choosing a platform for 300 clinics',
    text: `Our group runs {booking|patient letters|lab results} for about three hundred clinics in four countries. {By spring|Before June} we must leave our data centre, and acme.dev is on a list of {two|three}.

What we need to know: residency in the EU, a signed processing agreement, and {a human on the phone|somebody who answers at night}. If sales reads blogs: {hello|we have a budget and a deadline}.`,
  },
  {
    title: 'Drei Wochen mit dem neuen Autoscaler',
    language: 'de',
    text: `{Seit drei Wochen|Seit Anfang des Monats} läuft unser Shop auf Acme Cloud, und der neue Autoscaler {tut genau, was er soll|ist eine Freude}. Am Aktionstag gingen wir von vier auf {neunzig|achtzig} Instanzen und wieder zurück.

Was fehlt: {eine Obergrenze in Euro|ein Kostendeckel}. Der Controller fragt jeden Morgen, und ich habe keine Antwort.`,
  },
  {
    title: 'An outage seen from the wrong end',
    text: `At {09:12|09:40|10:05} the Acme Cloud status page was green. At the same minute {our phones|both of our phones|every phone we own} were not. For {thirty-one|forty} minutes we debugged our own code, because the page said we should.

I can forgive an outage; we have them too. I cannot forgive {a green light over a burning house|being told that I imagine it}. Somebody there please own the page, not the graph behind it.`,
    again: { feed: 'chatter', by: 'link' },
  },
  {
    title: 'What three students learnt from a free tier',
    text: `I teach {a night class|web development in a prison|retraining courses}. The free tier of Acme Cloud put {three|four} of my students' projects online this term, {a bakery, a choir and a bus timetable|a choir, a chess club and a food bank}.

One of them rang her mother from the classroom to {make her type the address|say it twice}. Whoever defends that free tier in {budget meetings|your spreadsheets}: it reached further than you think.`,
  },
  {
    title: 'The secrets manager and the newline',
    text: `{Two days.|Eleven hours.|A whole weekend.} The Acme Cloud secrets manager adds a newline to values pasted {in the console|from Windows}, and only there. The command line does not. Every signature we sent was {wrong by one byte|off by a single byte}.

{I am writing this so that you find it by searching.|Dear reader from the future: it is the newline.} It is always the newline.`,
  },
  {
    title: 'An idea: budgets that bite',
    text: `Every cloud sells alerts; none sells a brake. I want to tell Acme Cloud: this project may cost {200|300|500} dollars a month, then {switch it off|put it to sleep}. Hard. No e-mail first.

{For hobby projects|For a classroom|For tests} a dead service is far better than a live invoice. Is this on {a roadmap|anybody's list}?`,
  },
  {
    title: 'Leaving, with regret and a spreadsheet',
    text: `We are leaving Acme Cloud {at the end of the quarter|in January}. Not out of anger: the people are {lovely|kind}, the product is good. But the {third|second} price change in a year broke the sums for a company of nine.

If there were a plan between "hobby" and "enterprise", {we would stay|you would keep us}. {The door is open on our side.|Call me before the thirtieth.}`,
  },
];
