import type { ColumnType, Generated } from 'kysely';

export type Json<T> = ColumnType<T, string, string>;
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
export type At = ColumnType<Date, Date, Date>;
export type AtWithDefault = ColumnType<Date, Date | undefined, Date>;
export type MaybeAt = ColumnType<Date | null, Date | null | undefined, Date | null>;
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** What every table of durable work carries: see `due.ts`. */
export type DueColumns = {
  /** When something is to be done; null when nothing is. */
  due_at: MaybeAt;
  lease_token: Maybe<string>;
  lease_until: MaybeAt;
  tries: Generated<number>;
  last_error: Maybe<string>;
  dead_at: MaybeAt;
};
