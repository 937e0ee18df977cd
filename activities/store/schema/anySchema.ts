import type { Kysely } from 'kysely';

/** A schema at the time of a step, which is not the one of today. */
export type AnySchema = Kysely<unknown>;
