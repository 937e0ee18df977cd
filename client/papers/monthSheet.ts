/** The month sheet of used support hours as a paper and as rows of a table. */
import type { Content } from 'pdfmake';
import type { Names } from '../../activities/store/papers.ts';
import { roleWords } from '../../workflows/effects/words.ts';
import type { MonthAccount, MonthSheet } from '../../workflows/fold/papers/monthSheet.ts';
import { contactWords } from '../../workflows/journal/words/values.ts';
import {
  dateText,
  facts,
  hoursText,
  monthText,
  orBlank,
  type Paper,
  pageOf,
  section,
  signatures,
} from './page.ts';

/** The sheet as a paper. */
export function monthSheetPaper(sheet: MonthSheet, names: Names, provider: string | undefined): Paper {
  const { journey, site, month, madeOn, running, contacts, lessons, sum } = sheet;
  const title = `Unterstützungsstunden ${monthText(month)}`;
  return pageOf({ title, provider, site, journey, madeOn }, [
    { text: title, style: 'title' },
    ...(running
      ? [{ text: 'Der Monat läuft noch: vorläufiger Stand.', bold: true, margin: [0, 4, 0, 0] } as Content]
      : []),
    facts([
      ['Teilnehmende Person', orBlank(names.participant)],
      ['Kennung', journey],
      ['Bedarfsträger', orBlank(names.funder?.name)],
      ['Ausbildungsbegleitung', orBlank(names.caseWorker)],
      ['Gemeldet am', dateText(sheet.reportedOn)],
    ]),
    section(
      'Kontakte',
      ['Tag', 'mit', 'wie', 'durch', 'erreicht', 'Stunden'],
      contacts.map((contact) => [
        ...[
          dateText(contact.on),
          roleWords[contact.with].de,
          contactWords[contact.how].de,
          roleWords[contact.by].de,
        ],
        ...[contact.reached ? 'ja' : 'nein', hoursText(contact.minutes)],
      ]),
      [56, '*', 56, 110, 42, 42],
    ),
    section(
      'Summe je Gegenüber',
      ['mit', 'Kontakte', 'erreicht', 'Stunden'],
      [...sheet.with.map((group) => row(roleWords[group.of].de, group)), row('zusammen', sum)],
      ['*', 60, 60, 60],
    ),
    section(
      'Förderstunden',
      ['Tag', 'durch', 'Stunden'],
      lessons.map((one) => [dateText(one.on), roleWords[one.by].de, hoursText(one.minutes)]),
      [56, '*', 60],
    ),
    accountSection(sheet.account, sheet.usedMinutes),
    signatures(['Ausbildungsbegleitung']),
  ]);
}

const row = (name: string, { contacts, reached, minutes }: MonthSheet['sum']): string[] => [
  ...[name, String(contacts), String(reached), hoursText(minutes)],
];

function accountSection(account: MonthAccount | undefined, used: number): Content {
  const heading = 'Vereinbarte Stunden';
  if (!account) return section(heading, [], []);
  const { per, from, to, agreedMinutes, usedBefore, leftMinutes } = account;
  const isBudget = per === 'budget';
  return section(
    heading,
    ['', 'Stunden'],
    [
      [
        `${isBudget ? 'Unterstützungsbudget' : 'Monatskontingent'}, ${dateText(from)} – ${dateText(to)}`,
        hoursText(agreedMinutes),
      ],
      ...(isBudget ? [['davon in früheren Monaten verbraucht', hoursText(usedBefore)]] : []),
      ['in diesem Monat verbraucht', hoursText(used)],
      [leftMinutes < 0 ? 'überzogen um' : 'übrig', hoursText(Math.abs(leftMinutes))],
    ],
    ['*', 60],
  );
}

/** The sheet as a table: a row for each contact, then the sums. */
export function monthSheetRows(sheet: MonthSheet): string[][] {
  const { journey, contacts, lessons, usedMinutes, account } = sheet;
  const line = (what: string, minutes: number): string[] => [journey, what, '', '', '', '', String(minutes)];
  return [
    ['Kennung', 'Tag', 'mit', 'wie', 'durch', 'erreicht', 'Minuten'],
    ...contacts.map((one) => [
      ...[journey, one.on, roleWords[one.with].de, contactWords[one.how].de, roleWords[one.by].de],
      ...[one.reached ? 'ja' : 'nein', String(one.minutes)],
    ]),
    ...lessons.map((one) => [
      journey,
      one.on,
      '',
      'Förderstunde',
      roleWords[one.by].de,
      '',
      String(one.minutes),
    ]),
    line('Summe', usedMinutes),
    ...(account
      ? [
          line('vereinbart', account.agreedMinutes),
          line('zuvor verbraucht', account.usedBefore),
          line('übrig', account.leftMinutes),
        ]
      : []),
  ];
}
