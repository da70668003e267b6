import ipaddr from 'ipaddr.js';

export type AddressKind = 'public' | 'private' | 'loopback' | 'link-local' | 'metadata' | 'reserved';

/** Addresses at which a cloud tells secrets to its own machines, and which no range gives away. */
const metadataAddresses = new Set([
  '169.254.169.254',
  'fd00:ec2::254', // Amazon
  'fd20:ce::254', // Google
  '100.100.100.200', // Alibaba
  '192.0.0.192', // Oracle
  '168.63.129.16', // Azure, in a public range
]);

const kindOfRange: Record<string, AddressKind> = {
  private: 'private',
  uniqueLocal: 'private',
  loopback: 'loopback',
  linkLocal: 'link-local',
};

/** All the unicast IPv6 that is given out; ipaddr.js also calls the old IPv4-compatible addresses unicast. */
const globalV6 = ipaddr.parseCIDR('2000::/3');

/** What kind of place an IP address is; IPv4 inside IPv6 counts as the IPv4 it is. Pure. */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return 'reserved';
  const parsed = ipaddr.process(address);
  if (metadataAddresses.has(parsed.toString())) return 'metadata';
  const range = parsed.range();
  if (range !== 'unicast') return kindOfRange[range] ?? 'reserved';
  return parsed.kind() === 'ipv4' || parsed.match(globalV6) ? 'public' : 'reserved';
}

/** Is this host an address rather than a name? IPv6 with or without its brackets. Pure. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(withoutBrackets(host));
}

/** "[::1]" is "::1". Pure. */
export function withoutBrackets(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}
