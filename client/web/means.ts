/** What the web server works with. */
import type { Store } from '../../activities/store/read.ts';
import type { Journeys } from '../journeys.ts';

export interface WebMeans {
  readonly db: Store;
  /** Where the store is, for a connection of its own that hears of changes. */
  readonly databaseUrl: string;
  readonly journeys: Journeys;
  /** Where people reach this server. */
  readonly publicUrl?: string | undefined;
  /** Where ops find the Temporal UI, and the namespace of the journeys in it. */
  readonly temporalUi?: string | undefined;
  /** Settings: how people sign in. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder of the board's built files; none where only the API is served. */
  readonly board?: string | undefined;
  /** Writes what went wrong; addresses are left out, as they may be secrets. */
  readonly log: (error: unknown) => void;
}
