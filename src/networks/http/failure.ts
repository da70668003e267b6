import { SourceError } from '../network.ts';
import { TooManyBytes, UnknownEncoding } from './body.ts';
import type { Limits } from './limits.ts';

/** Whatever a request failed with, as a SourceError with a sentence for a person. Pure. */
export function failureOf(error: unknown, host: string, limits: Limits): SourceError {
  if (error instanceof SourceError) return error;
  const options = { cause: error };
  if (error instanceof TooManyBytes) {
    return new SourceError(`${host} sent more than ${megabytes(limits.maxBytes)}`, {}, options);
  }
  if (error instanceof UnknownEncoding) {
    return new SourceError(
      `${host} sent an encoding that was not asked for ("${error.message.slice(0, 80)}")`,
      {},
      options,
    );
  }
  const code = codeOf(error);
  if (code === 'TimeoutError') {
    const seconds = limits.deadlineMs / 1000;
    return new SourceError(`${host} was not done within ${seconds} seconds`, { hostUnwell: true }, options);
  }
  const own = ownFaults[code];
  if (own) return new SourceError(`${host} ${own}`, {}, options);
  return new SourceError(`${host} ${connectionFaults[code] ?? otherFault(code)}`, { hostUnwell: true }, options);
}

/** Faults of the one answer; another address at the same host may be well. */
const ownFaults: Record<string, string> = {
  UND_ERR_HEADERS_OVERFLOW: 'sent headers larger than 16 KB',
  Z_DATA_ERROR: 'sent a compressed answer that is broken',
  Z_BUF_ERROR: 'sent a compressed answer that breaks off',
  ERR__ERROR_FORMAT_PADDING_1: 'sent a compressed answer that is broken',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent another length than it announced',
};

const connectionFaults: Record<string, string> = {
  ENOTFOUND: 'was not found: there is no such name',
  EAI_AGAIN: 'could not be looked up; the name service did not answer',
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke off the connection',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'did not answer',
  UND_ERR_CONNECT_TIMEOUT: 'did not answer',
  UND_ERR_SOCKET: 'broke off the connection',
};

function otherFault(code: string): string {
  if (/^(HPE_|UND_ERR_|ERR_HTTP)/.test(code)) return `did not answer as a web server does (${code})`;
  if (/CERT|SIGNATURE|ISSUER|CRL/.test(code)) return `has a certificate that cannot be trusted (${code})`;
  if (/^(ERR_TLS|ERR_SSL|EPROTO)/.test(code)) return `could not open a safe connection (${code})`;
  return `could not be reached (${code})`;
}

/** The code of an error or of what it stands for: happy eyeballs fail with several errors in one. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { name, code, cause, errors } = error as Partial<NodeJS.ErrnoException & AggregateError>;
  if (name === 'TimeoutError') return name;
  if (typeof code === 'string' && code !== 'ABORT_ERR') return code;
  const [inner] = Array.isArray(errors) ? errors : [cause];
  return inner ? codeOf(inner) : (name ?? 'unknown');
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024 / 1024)} MB`;
}
