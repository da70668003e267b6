import type { Template } from './post.ts';

/** Harbour Wire: headlines with two sentences below. */
export const newsTexts: readonly Template[] = [
  {
    title: 'Acme Cloud opens a region in {Warsaw|Lisbon|Nairobi}',
    text: `Acme Cloud has opened a region in its {fourth|fifth} country this year. {Analysts call the pace unusual|Rivals were slower} for a company of its size; customers had asked for it {since 2023|for two years}.`,
    again: { feed: 'chatter', by: 'link' },
  },
  {
    title: 'Outage at Acme Cloud stops {trams|parcel lockers|hospital bookings} for an hour',
    text: `A {failed certificate renewal|routing fault} at Acme Cloud stopped services in {three|four} cities on {Monday|Wednesday} morning. The company has not answered our questions about {compensation|the cause}.`,
  },
  {
    title: 'Survey: developers {trust|like} smaller clouds more',
    text: `In a survey of {4,100|3,800} developers Acme Cloud came first for documentation and {ninth|eighth} for price. "{I can talk to a person|Somebody answers}" was the reason given most often.`,
  },
  {
    title: 'City of {Ghent|Tampere|Porto} moves its records to Acme Cloud',
    text: `The city council voted {31 to 12|28 to 9} to move its records to Acme Cloud. The opposition {asked about foreign access|called the tender rushed}; the contract runs for {five|six} years.`,
  },
  {
    title: 'Researchers find a flaw in Acme Cloud tokens',
    text: `Tokens of the acme.dev command line stayed valid for {30|45} days after log-out, researchers of {Harbour University|a small security firm} report. Acme was told in {August|July} and {has fixed part of it|is working on it}.`,
  },
  {
    title: 'Acme Cloud im Test: {schnell, aber teuer|stark, mit Lücken}',
    language: 'de',
    text: `{Im Vergleich von acht Anbietern|Unter acht geprüften Anbietern} liegt Acme Cloud bei der Leistung {vorn|auf Platz eins}. Beim {Preis|Datenverkehr} fällt der Anbieter {zurück|ab}; der Kundendienst antwortete {nach zwei Stunden|binnen Stunden}.`,
  },
  {
    title: 'Acme Cloud sponsors {a thousand|two thousand} repair cafés',
    text: `Volunteers in {six|seven} countries will get free hosting from Acme Cloud for their {repair cafés|tool libraries}. "{They asked what we needed and then did that|Nobody made us fill in a form}," said one organiser, still {surprised|a little shaken}.`,
  },
  {
    title: 'Opinion: the {quiet|slow} death of the free tier',
    text: `{First the giants|One by one they}, and now perhaps Acme Cloud: free tiers are vanishing. {A generation learnt on them|They made a generation of engineers}, and {nobody counted that|it was never on a balance sheet}.`,
  },
  {
    title: 'Price rise at Acme Cloud angers {small firms|agencies}',
    text: `Owners of small firms protest against a price rise of {20|25|30} percent at Acme Cloud. "{We read it on an invoice|Nobody called us}," says the owner of a {print shop|dental practice}. A petition has {2,300|3,100} names.`,
  },
  {
    title: 'Acme Cloud {hires|appoints} a new head of reliability',
    text: `After {two|three} outages this autumn Acme Cloud has named a head of reliability. Her first act was to publish {all|forty} incident reports on acme.dev, {unedited|with the names of the causes}.`,
  },
  {
    title: 'Acme Cloud amplía su centro en {Sevilla|Valencia}',
    language: 'es',
    text: `Acme Cloud contratará a {doscientas|trescientas} personas en {dos|tres} años. Los vecinos {piden garantías sobre el agua|preguntan por el consumo de agua}; la empresa {promete publicar cifras|no ha respondido todavía}.`,
  },
  {
    title: 'Start-up builds {tide tables|avalanche maps|bus times} on Acme Cloud',
    text: `A start-up of {four|five} people serves {nine|eleven} million requests a day from Acme Cloud, at the price of "{a decent lunch|two bicycles}". The founders would like to {meet the team|say thank you in person}.`,
  },
  {
    title: 'Regulator asks Acme Cloud about {switching fees|data exports}',
    text: `The regulator has sent Acme Cloud {fourteen|seventeen} questions about how customers may leave. Competitors {received the same letter|were asked too}. An answer is due {in four weeks|by the end of the month}.`,
  },
  {
    title: 'How a {library|museum} put {two|three} million letters online',
    text: `Volunteers scanned for {six|eight} years; Acme Cloud stores the result. {The oldest letter asks for cheese|One letter is a recipe, stained with the soup}. {Readers may help to transcribe|Anybody may help with the handwriting}.`,
  },
  {
    title: 'Acme Cloud command line reaches version {5|6}',
    text: `The new command line of acme.dev is {three|four} times faster and drops {eleven|nine} commands. Early users {praise the speed and mourn "acme ls"|like it, with one exception: "acme ls" is gone}.`,
  },
  {
    title: 'Fact check: no, Acme Cloud did not {lose|sell} the {census|tax} data',
    text: `A {picture|video} shared {40,000|55,000} times claims a leak at Acme Cloud. {The screenshot is from a film|The logo is that of another company}. {Neither the ministry nor the company was involved|The ministry uses no cloud at all}.`,
  },
];
