import { lookup as lookUpName } from 'node:dns/promises';
import { buildConnector } from 'undici';
import { SourceError } from '../network.ts';
import { type AddressKind, addressKind, isAddress, withoutBrackets } from './address.ts';
import { beforeDeadline } from './deadline.ts';
import type { Limits } from './limits.ts';
import { isOpenPort } from './target.ts';

export type Address = { address: string; family: number };

/** Every address of a name. */
export type Lookup = (hostname: string) => Promise<Address[]>;

/** Opens a connection to one of `addresses` and to nothing else. */
export type Dial = (
  options: buildConnector.Options & { addresses: Address[] },
  callback: buildConnector.Callback,
) => void;

type Rules = Pick<Limits, 'allowOrigins' | 'allowPrivateNetworks'> & { lookup?: Lookup; dial?: Dial };

const connectTimeoutMs = 10_000;

/**
 * An undici connector that resolves the name itself, refuses it if any answer is an address Porchlight does not
 * fetch, and connects to the answers it has checked: a name cannot change its mind in between. Addresses written
 * out, which never reach a lookup, pass the same check.
 */
export function guardedConnect(rules: Rules): buildConnector.connector {
  const dial = rules.dial ?? dialChecked;
  return async (options, callback) => {
    try {
      dial({ ...options, addresses: await checkedAddresses(options, rules) }, callback);
    } catch (error) {
      callback(error as Error, null);
    }
  };
}

async function checkedAddresses(options: buildConnector.Options, rules: Rules): Promise<Address[]> {
  const host = withoutBrackets(options.hostname);
  const addresses = isAddress(host) ? [literal(host)] : await (rules.lookup ?? lookUpAll)(host);
  if (addresses.length === 0) throw new SourceError(`${host} has no address`, { hostUnwell: true });
  if (rules.allowOrigins.has(originOf(options))) return addresses;
  for (const { address } of addresses) refuseUnlessOpen(host, address, options.port, rules);
  return addresses;
}

function refuseUnlessOpen(host: string, address: string, port: string, { allowPrivateNetworks }: Rules): void {
  const kind = addressKind(address);
  if (allowPrivateNetworks && (kind === 'private' || kind === 'loopback')) return;
  if (kind !== 'public') throw new SourceError(refusalOf(host, address, kind));
  if (!isOpenPort(port)) throw new SourceError(`${host} uses port ${port}; Porchlight fetches ports 80 and 443 only`);
}

function refusalOf(host: string, address: string, kind: Exclude<AddressKind, 'public'>): string {
  const what = `a ${kind} address`;
  if (host === address) return `${host} is ${what}, which Porchlight does not fetch`;
  return `${host} answers with ${what} (${address}), which Porchlight does not fetch`;
}

function literal(host: string): Address {
  return { address: host, family: host.includes(':') ? 6 : 4 };
}

function originOf({ protocol, host, hostname, port }: buildConnector.Options): string {
  return new URL(`${protocol}//${host ?? `${hostname}:${port}`}`).origin;
}

/** A name server that is silent for long counts as no answer; the thread that waits for it cannot be freed. */
function lookUpAll(hostname: string): Promise<Address[]> {
  return beforeDeadline(lookUpName(hostname, { all: true }), AbortSignal.timeout(connectTimeoutMs));
}

/** Node tries the addresses in turn (happy eyeballs); it is given the checked ones in place of a lookup. */
function dialChecked({ addresses, ...options }: Parameters<Dial>[0], callback: buildConnector.Callback): void {
  const [first] = addresses;
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    lookup: (_hostname, { all }, answer) =>
      all ? answer(null, addresses) : answer(null, first?.address ?? '', first?.family ?? 4),
  } as buildConnector.BuildOptions);
  connect(options, callback);
}
