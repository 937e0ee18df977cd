/** What clients read across all journeys: what is still to be answered, and what is stuck. Writes nothing. */
import { sql } from 'kysely';
import type { EffectKind } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** What somebody is still to do something about. */
export interface NoticeRow {
  readonly journey: string;
  readonly site: string;
  readonly caseWorker: string | null;
  readonly key: string;
  readonly kind: EffectKind;
  readonly topic: string;
  readonly to: readonly Role[];
  readonly dueOn: Day;
  readonly since: Instant;
}

export interface NoticeFilter {
  readonly site?: string | undefined;
  readonly caseWorker?: string | undefined;
  /** Only what was told to this role. */
  readonly role?: Role | undefined;
}

/** Notices that nobody has answered, those due first in front. */
export async function listNotices(db: Store, { site, caseWorker, role }: NoticeFilter): Promise<NoticeRow[]> {
  let query = db
    .selectFrom('notices')
    .innerJoin('journeys', 'journeys.id', 'notices.journeyId')
    .select([
      'journeyId as journey',
      ...(['site', 'caseWorker', 'key', 'kind', 'topic', 'toRoles as to', 'dueOn', 'since'] as const),
    ]);
  if (site !== undefined) query = query.where('site', '=', site);
  if (caseWorker !== undefined) query = query.where('caseWorker', '=', caseWorker);
  if (role !== undefined) query = query.where(sql<boolean>`to_roles ? ${role}`);
  return await query.orderBy('dueOn').orderBy('journeyId').orderBy('key').execute();
}

/** An effect that activities fail to carry out. */
export interface StuckEffect {
  readonly journey: string;
  readonly site: string;
  readonly key: string;
  readonly since: Instant;
  readonly attempts: number;
  /** Names roles and codes, never people. */
  readonly reason: string;
}

/** All of them, the oldest first. */
export async function listStuck(db: Store, site?: string): Promise<StuckEffect[]> {
  let query = db
    .selectFrom('stuckEffects')
    .innerJoin('journeys', 'journeys.id', 'stuckEffects.journeyId')
    .select(['journeyId as journey', 'site', 'key', 'since', 'attempts', 'reason']);
  if (site !== undefined) query = query.where('site', '=', site);
  return await query.orderBy('since').orderBy('journeyId').orderBy('key').execute();
}
