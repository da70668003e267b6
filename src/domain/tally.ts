/** One thing that a mention counts as: `measure` says of what, `label` under which name, `day` on which team-local day. */
export type TallyKey = { day: string; watchId: number; network: string; measure: string; label: string };
