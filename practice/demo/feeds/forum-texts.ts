import type { Template } from './post.ts';

/** Shipyard Forum: questions, defects and half answers. */
export const forumTexts: readonly Template[] = [
  {
    title: 'Export times out after {30|45|60} minutes',
    text: `{Third time this week|Again last night|Every night since Monday} the acme cloud export of our {warehouse|event table|orders} stops at {82|91|97} percent. Is anyone home? Ticket open since {Thursday|the 12th}, no answer.`,
    again: { feed: 'chatter', by: 'text' },
  },
  {
    title: 'How do I rotate database credentials without downtime?',
    text: `New to Acme Cloud, please be gentle. We must rotate our {Postgres|Redis|MySQL} credentials every {30|90} days for the auditors. {Can two sets be valid at once|Is there an overlap window}, or does every app restart?`,
  },
  {
    title: 'Webhook signatures fail since {yesterday|this morning|the update}',
    text: `Our endpoint checks the signature of acme.dev webhooks exactly as in the documentation. Since {14:20 UTC|noon|last night} about {one in ten|one in five} fails. Same secret, same code, {no deploy|nobody touched it}. Did something change on your side?`,
  },
  {
    title: 'Feature request: dark mode for the {logs page|console|metrics}',
    text: `{I know, I know.|Hear me out.} At three in the morning the Acme Cloud console is the brightest object in {my flat|the county|Norway}. My {partner|cat} has asked me to file this. {Please.|On behalf of both of us: please.}`,
  },
  {
    title: 'SOLVED: build cache never hits',
    text: `{Answering my own question|For the next person}: on Acme Cloud the build cache key includes the {timestamps|file modes} of the checkout. Normalise them first. Our build went from {14|11|19} minutes to {90|80} seconds. Maybe worth a line in the docs?`,
  },
  {
    title: 'Billing charged us twice',
    text: `Acme Cloud took {1,842.10|920.55|3,310.00} EUR from our account {twice|two times} on the 1st. For a {charity|co-operative|school} of our size that is {the salary of a person|not a rounding error}. Billing support answers with a robot. Can a human please look at this today?`,
  },
  {
    title: 'Is anyone running this in {Nairobi|Lagos|São Paulo}?',
    text: `We serve farmers over {2G|flaky mobile links}. Nearest acme cloud region is {180|210|240} ms away. Has anybody here talked to them about an edge location? We would {sign a letter|commit for two years} for one.`,
  },
  {
    title: 'SSH-Zugriff nach dem Update kaputt',
    language: 'de',
    text: `Seit dem Update {gestern Abend|heute früh} lehnt Acme Cloud alle meine SSH-Schlüssel ab ("{invalid format|unknown key type}"). Lokal funktionieren sie. {Hat noch jemand das Problem?|Bin ich der Einzige?} Wir kommen {nicht auf die Server|seit Stunden nicht weiter}.`,
  },
  {
    title: 'Thank you for the migration guide',
    text: `Credit where it is due: the acme.dev guide for leaving {Heroku|our old host|bare metal} is the first one that {told me what would break|did not lie to me}. We did {23|31|17} apps in an afternoon. Whoever wrote the page about {cron|workers}: you are a poet.`,
  },
  {
    title: 'Accessibility: the deploy dialog cannot be used by keyboard',
    text: `I am blind and use {NVDA|VoiceOver|JAWS}. In the Acme Cloud console the deploy dialog traps focus and the confirm button has no name. I {ask a colleague to press it|use the API instead}, which is {humiliating|not how I want to work}. It worked until {spring|the redesign}.`,
  },
  {
    title: 'Terraform provider deletes and recreates load balancers',
    text: `Version {4.2|4.3|4.4} of the acme cloud provider wants to replace every load balancer when a {label|description} changes. I noticed because I read plans. {A friend did not.|My colleague learnt it in production.} Please mark that release as broken.`,
  },
  {
    title: '¿Alguien ha probado las réplicas de lectura?',
    language: 'es',
    text: `Estamos pensando en usar las réplicas de lectura de Acme Cloud para {los informes|el panel interno}. ¿{Cuánto retraso|Qué retraso} veis en horas punta? La documentación dice "{casi inmediato|milisegundos}", pero nosotros medimos {cuatro|cinco} segundos.`,
  },
  {
    title: 'Partner programme for {small agencies|consultancies}?',
    text: `We are {six|eight|twelve} people and put about {forty|fifty} client sites a year on Acme Cloud. Is there a partner programme that does not start at {a million in revenue|"enterprise"}? We would happily {train with you|write the case study}.`,
  },
  {
    title: 'Rate limit of the metrics API is {undocumented|a riddle}',
    text: `The acme.dev metrics API answers 429 after {about 40|roughly 55} calls, sometimes {12|20}. No Retry-After header, nothing in the docs. {What is the number?|Just tell us the number.} We only want to {draw a graph for our boss|feed one dashboard}.`,
  },
  {
    title: 'My first deploy ever!!',
    text: `I am {62|58|71} and have {retired from the post office|driven a bus all my life}. Today my {birdwatching|model railway|choir} site went live on Acme Cloud. My grandson says the code is "{fine, actually|not the worst}". {I had to tell somebody.|I am a little proud.}`,
  },
  {
    title: 'Security: is {this|the console} supposed to show other tenants?',
    text: `For a few seconds {today|this afternoon} the Acme Cloud console listed {two|three} projects that are not ours. I have screenshots and will not post them here. {Where do I report this privately?|Who is the right person for this?} The security.txt {bounces|is from 2021}.`,
  },
];
