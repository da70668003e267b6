import type { Deps } from '../deps.ts';
import type { Ballot, GroupsOf } from '../domain/ballot.ts';

/** As far as a ballot names user groups: who may vote, and whose approval it demands. */
type Electorate = Pick<Ballot, 'approvers' | 'requiredGroups'>;

/** Those of a ballot's user groups that a person belongs to. */
export async function groupsOf(deps: Deps, personId: string, ballot: Electorate): Promise<string[]> {
  const groups = await readGroups(deps, ballot);
  return groups(personId);
}

/** The same for many people: each group is asked for once. */
export async function readGroups(deps: Deps, ballot: Electorate): Promise<GroupsOf> {
  return (await readMembers(deps, namedGroups(ballot))).groupsOf;
}

/** Who is in these groups at this moment. `withoutVoters` are those in which nobody but `writerId` is. */
export async function readMembers(
  deps: Deps,
  groups: string[],
): Promise<{ groupsOf: GroupsOf; withoutVoters: (writerId: string) => string[] }> {
  const members = await Promise.all(groups.map((group) => deps.slack.groupMembers(group)));
  return {
    groupsOf: (personId) => groups.filter((_, n) => members[n]?.includes(personId)),
    withoutVoters: (writerId) => groups.filter((_, n) => members[n]?.every((id) => id === writerId)),
  };
}

/** The user groups that a ballot names, each once. */
export function namedGroups({ approvers, requiredGroups }: Electorate): string[] {
  const approving = approvers === 'everyone' ? [] : approvers.filter((id) => id.startsWith('S'));
  return [...new Set([...approving, ...requiredGroups])];
}
