/** Reminds somebody of something due, overdue or new: one text for each topic. */
import type { Answer, Order, ReminderTopic } from '../workflows/effects/effects.ts';
import { roleWords } from '../workflows/effects/words.ts';
import { germanDate } from './german.ts';
import { type Means, notify } from './letters.ts';
import { besideTexts } from './reminders/beside.ts';
import { luvTexts } from './reminders/luv.ts';
import { newsTexts } from './reminders/news.ts';
import { phaseTexts } from './reminders/phase.ts';
import type { ReminderText } from './reminders/text.ts';

const texts = {
  ...phaseTexts,
  ...besideTexts,
  ...luvTexts,
  ...newsTexts,
} as const satisfies Record<ReminderTopic, ReminderText>;

/** Carries out a reminder by mail; see `notify` for what it promises and throws. */
export async function remind(means: Means, order: Order<'reminder'>): Promise<Answer> {
  const { topic, to, dueOn, item, about = [], from } = order.params;
  const { subject, matter, todo, date = 'Stichtag', item: words }: ReminderText = texts[topic];
  const named = item === undefined || words === undefined ? '' : ` ${words(item)}`;
  const fill = (line: string): string => line.replace(' {item}', named);
  const unwritten = about.map((role) => roleWords[role].de).join(', ');
  return await notify(means, order, {
    to,
    subject: fill(subject),
    paragraphs: [
      fill(matter),
      ...(from === undefined ? [] : [`Von: ${roleWords[from].de}`]),
      ...(unwritten === '' ? [] : [`Nicht angeschrieben: ${unwritten}`]),
      todo,
      `${date}: ${germanDate(dueOn)}`,
    ],
  });
}
