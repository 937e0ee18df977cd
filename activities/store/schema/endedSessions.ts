/** Step 5: sessions on the web that ended before their time. */
import type { AnySchema } from './anySchema.ts';

export async function addEndedSessions(db: AnySchema): Promise<void> {
  await db.schema
    .createTable('endedSessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('until', 'timestamptz', (c) => c.notNull())
    .execute();
}
