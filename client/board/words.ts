/** What the board itself says, in German and English. Words of events, deadlines and states come from the API instead. */
import { calendarWords } from './words/calendar.ts';
import { cohortWords } from './words/cohort.ts';
import { deedWords } from './words/deeds.ts';
import { filesWords } from './words/files.ts';
import { formWords } from './words/form.ts';
import { funderWords } from './words/funder.ts';
import { opsWords } from './words/ops.ts';
import { pageWords } from './words/pages.ts';
import { participantWords } from './words/participant.ts';
import { participantPlanWords } from './words/participantPlan.ts';
import { participantsWords } from './words/participants.ts';
import { partWords } from './words/parts.ts';
import { previewWords } from './words/preview.ts';
import { protectionWords } from './words/protection.ts';
import { shellWords } from './words/shell.ts';
import { todayWords } from './words/today.ts';

export type Lang = 'de' | 'en';

/** One text in both languages. */
export interface Text {
  readonly de: string;
  readonly en: string;
}

export const words = {
  ...shellWords,
  ...partWords,
  ...formWords,
  ...previewWords,
  ...pageWords,
  ...cohortWords,
  ...opsWords,
  ...protectionWords,
  ...funderWords,
  ...filesWords,
  ...todayWords,
  ...deedWords,
  ...participantsWords,
  ...participantWords,
  ...participantPlanWords,
  ...calendarWords,
} as const satisfies Record<string, Text>;

export type WordKey = keyof typeof words;

/** What stands in a text's `{gaps}`. */
export type Gaps = Readonly<Record<string, string | number>>;

/** A text with its gaps filled. Pure. */
export const filled = (text: string, gaps: Gaps = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(gaps[name] ?? whole));
