/** Reads the options of the command `simulate`. Every complaint names the option. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { calendarRange, Day } from '../../workflows/policy/calendar.ts';
import { policyVersions } from '../../workflows/policy/policy.ts';
import { type Lang, langs } from '../chart/theme.ts';
import { ClientError, unwritable } from '../errors.ts';
import type { Question } from './question.ts';
import { scenarioNames, scenarios } from './scenario.ts';
import type { Setting } from './setting.ts';

/** The options as they stand on the command line. */
export interface Options {
  readonly participants: string;
  readonly caseload: string;
  readonly policy: string;
  readonly comparePolicy?: string;
  readonly compareCaseload?: string;
  readonly scenario: string;
  readonly seed: string;
  readonly start: string;
  readonly years: string;
  readonly lang: string;
  readonly out?: string;
  readonly json?: boolean;
}

export interface Asked {
  readonly setting: Setting;
  /** One, or two to compare. */
  readonly questions: readonly Question[];
  readonly lang: Lang;
}

/** What is asked. @throws ClientError `bad-input` naming the option that makes no sense. */
export function readOptions(options: Options): Asked {
  const setting: Setting = {
    participants: wholeNumber('--participants', options.participants, 1, 100_000),
    scenario: scenarios[oneOf('--scenario', options.scenario, scenarioNames)],
    seed: wholeNumber('--seed', options.seed, 0, 2 ** 31 - 1),
    start: dayOf('--start', options.start),
    years: wholeNumber('--years', options.years, 1, 10),
  };
  // What follows from the last day, such as the retention of records, has to lie in the calendar too.
  if (Number(setting.start.slice(0, 4)) + setting.years > Number(calendarRange.last.slice(0, 4)) - 5)
    throw bad('--years', {
      de: `${setting.start} und ${setting.years} Jahre reichen über den Kalender der Regeln hinaus.`,
      en: `${setting.start} and ${setting.years} years reach beyond the calendar of the rules.`,
    });
  const first: Question = {
    setting,
    policy: oneOf('--policy', options.policy, policyVersions),
    caseload: wholeNumber('--caseload', options.caseload, 1, 1000),
  };
  const { comparePolicy, compareCaseload } = options;
  const second: Question = {
    setting,
    policy:
      comparePolicy === undefined ? first.policy : oneOf('--compare-policy', comparePolicy, policyVersions),
    caseload:
      compareCaseload === undefined
        ? first.caseload
        : wholeNumber('--compare-caseload', compareCaseload, 1, 1000),
  };
  const compares = comparePolicy !== undefined || compareCaseload !== undefined;
  const lang = oneOf('--lang', options.lang, langs);
  if (options.out !== undefined) checkFile('--out', options.out);
  return { setting, questions: compares ? [first, second] : [first], lang };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw bad(option, {
    de: `nimmt eine ganze Zahl von ${least} bis ${most}, nicht »${text}«.`,
    en: `takes a whole number from ${least} to ${most}, not "${text}".`,
  });
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  const words = known.join(', ');
  throw bad(option, { de: `nimmt ${words}, nicht »${text}«.`, en: `takes ${words}, not "${text}".` });
}

function dayOf(option: string, text: string): Day {
  const day = Day.safeParse(text);
  // A year later there would be no such day.
  if (day.success && !text.endsWith('-02-29')) return day.data;
  throw bad(option, {
    de: `nimmt einen Tag wie 2024-01-01 (aber keinen 29. Februar), nicht »${text}«.`,
    en: `takes a day such as 2024-01-01 (but no 29 February), not "${text}".`,
  });
}

/** Better before minutes of reckoning than after. */
function checkFile(option: string, file: string): void {
  if (!/\.(html|svg)$/.test(file))
    throw bad(option, {
      de: `nimmt einen Namen, der auf .html oder .svg endet, nicht »${file}«.`,
      en: `takes a name that ends in .html or .svg, not "${file}".`,
    });
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw bad(option, unwritable(file, error).text);
  }
}

const bad = (option: string, { de, en }: ClientError['text']): ClientError =>
  new ClientError('bad-input', { de: `${option}: ${de}`, en: `${option}: ${en}` });
