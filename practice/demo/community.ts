/**
 * The community.yml of the practice team, whose feeds are served at `feedOrigin` ("http://127.0.0.1:4300").
 * Written to be read: it is the first example a newcomer sees.
 */
export function demoCommunityFile(feedOrigin: string): string {
  return `# What the practice team listens for, and how it answers.
# Applied at every start. What stands here is read-only in Slack; what leaves this file can be changed there.

team:
  managers: [U01ANA]                 # may change watches and overrule, with a reason
  timezone: UTC
  office_hours: "mon-fri 09:00-18:00" # outside of them a call for help climbs no further, unless it is a crisis

channels:
  approvals: C02APPROVALS            # where ballots are held
  escalations: C03HELP               # where calls for help are heard

watches:
  - name: Acme
    channel: C01COMMUNITY            # one card a mention
    any: ["acme cloud", "acme.dev"]  # one of these must be said …
    none: ["acme anvils"]            # … and none of these
    voices: [U01ANA]                 # Ana may answer alone; everybody else needs votes
    sources:                         # each is asked every 30 seconds; the first time it shows its newest 3
      - { network: rss, url: "${feedOrigin}/demo/blog.xml", every: 30s, backfill: 3 }
      - { network: rss, url: "${feedOrigin}/demo/forum.atom", every: 30s, backfill: 3 }
      - { network: rss, url: "${feedOrigin}/demo/chatter.json", every: 30s, backfill: 3 }
      - { network: rss, url: "${feedOrigin}/demo/news.rdf", every: 30s, backfill: 3 }
    approval:
      votes: 2                       # two colleagues approve before a reply goes out
      objections: 1                  # one objection stops it
      window: 24h                    # and the ballot closes after a day
      approvers: everyone
    escalation:
      - { to: C03HELP, after: 0m }   # help is called here at once,
      - { to: U04DANA, after: 30m }  # while nobody answers Dana is called too,
      - { to: S01LEADS, after: 1h }  # and at last everybody of this user group

departments:                         # who hears of what: “Route…” under “More…” on a card
  - { name: Product, channel: C04PRODUCT, takes: [idea, defect] }
  - { name: Sales, channel: C06SALES, takes: [lead, partnership] }

goals:                               # what /community report compares the numbers with
  - { metric: median_minutes_to_claim, target: 30, period: week }
  - { metric: share_answered, target: 50, period: week }
`;
}
