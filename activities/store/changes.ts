/** Hears of every journey whose row changes, whoever changed it. */
import pg from 'pg';

/** How long to wait before the connection is tried again. */
const pause = 1000;

export interface Changes {
  /** Ends the listening; nothing is told any more. */
  close(): Promise<void>;
}

/**
 * Tells the id of each journey whose row changes. A connection that breaks is opened again, as often as it takes; then nothing is
 * told in place of an id, since something may have been missed. `onError` hears why it broke.
 */
export function listenToJourneys(
  databaseUrl: string,
  onChange: (journey: string | undefined) => void,
  onError: (error: unknown) => void,
): Changes {
  let isClosed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (isAgain: boolean): Promise<void> => {
    const mine = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    client = mine;
    mine.on('notification', ({ payload }) => {
      if (!isClosed && payload) onChange(payload);
    });
    const broken = once((error: unknown) => {
      if (isClosed) return;
      onError(error);
      void mine.end().catch(() => {});
      timer = setTimeout(() => void connect(true), pause);
    });
    mine.on('error', broken);
    mine.on('end', () => broken(new Error('the connection to the database has ended')));
    try {
      await mine.connect();
      await mine.query('listen journeys');
      if (isAgain && !isClosed) onChange(undefined);
    } catch (error) {
      broken(error);
    }
  };
  void connect(false);
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

/** Only the first call counts. */
function once<T>(act: (value: T) => void): (value: T) => void {
  let isDone = false;
  return (value) => {
    if (isDone) return;
    isDone = true;
    act(value);
  };
}
