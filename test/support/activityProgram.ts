/** Carries out one order after another as a worker's activities would, and tells its parent each answer; made to be killed. */
import { type Activities, createActivities, openMail } from '../../activities/index.ts';
import { openDatabase } from '../../activities/store/db.ts';

const { DATABASE_URL = '', SMTP_URL } = process.env;
const mail = openMail({ smtpUrl: SMTP_URL, folder: '', from: 'begleitung@provider.example' });
const activities = createActivities({ db: openDatabase(DATABASE_URL), mail });

process.on('message', async ({ name, input }: { name: keyof Activities; input: never }) => {
  const answer = await activities[name](input);
  process.send?.({ answer: answer ?? null });
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
