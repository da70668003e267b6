/** What one `get` may do and take; the defaults stand in createHttp. */
export type Limits = {
  allowOrigins: ReadonlySet<string>;
  allowPrivateNetworks: boolean;
  userAgent: string;
  deadlineMs: number;
  maxBytes: number;
  maxHops: number;
};
