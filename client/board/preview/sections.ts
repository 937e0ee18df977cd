/** What a command would do, in words: a list for each way in which something changes. Pure. */
import type { EffectParams } from '../../../workflows/effects/effects.ts';
import type { Role } from '../../../workflows/effects/words.ts';
import type { Catalogue, Preview } from '../../web/api/schemas.ts';
import { topicText } from '../parts/catalogue.ts';
import { dayText, instantText } from '../parts/dates.ts';
import type { Language } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import type { WordKey } from '../words.ts';

export interface Section {
  readonly title: WordKey;
  readonly look: 'more' | 'less' | 'other';
  readonly lines: readonly string[];
}

export interface Speaking extends Language {
  readonly catalogue: Pick<Catalogue, 'deadlines' | 'news'>;
}

/** The sections that have something to say; none where only the journal grows. */
export function previewSections(preview: Preview, speaking: Speaking): Section[] {
  const { changes, difference, people } = preview;
  const { lang, t, say } = speaking;
  const changed = (op: string): string[] =>
    changes.filter((one) => one.op === op).map((one) => changeText(one, people, speaking));
  type Place = (typeof difference.entered)[number];
  const place = ({ region, label }: Place): string => `${say(region)}: ${say(label)}`;
  type Deadline = (typeof difference.gained)[number];
  const deadline = ({ label, dueOn }: Deadline): string =>
    t('deadlineBy', { label: say(label), day: dayText(dueOn, lang) });
  const sections: Section[] = [
    { title: 'previewMake', look: 'more', lines: changed('make') },
    { title: 'previewAmend', look: 'other', lines: changed('amend') },
    { title: 'previewWithdraw', look: 'less', lines: changed('withdraw') },
    { title: 'previewEntered', look: 'more', lines: difference.entered.map(place) },
    { title: 'previewLeft', look: 'less', lines: difference.left.map(place) },
    { title: 'previewGained', look: 'more', lines: difference.gained.map(deadline) },
    {
      title: 'previewMoved',
      look: 'other',
      lines: difference.moved.map(({ label, dueOn, from }) =>
        t('deadlineMoved', { label: say(label), day: dayText(dueOn, lang), from: dayText(from, lang) }),
      ),
    },
    { title: 'previewLost', look: 'less', lines: difference.lost.map(deadline) },
  ];
  return sections
    .map((section) => ({ ...section, lines: [...new Set(section.lines)] }))
    .filter(({ lines }) => lines.length > 0);
}

type Change = Preview['changes'][number];

function changeText(change: Change, people: Preview['people'], speaking: Speaking): string {
  const what = whatText(change, people, speaking);
  return change.late && change.op === 'make' ? speaking.t('changeLate', { what }) : what;
}

/** A change with its parameters, told apart by its kind. */
type Told = { [K in keyof EffectParams]: { kind: K; params: EffectParams[K] } }[keyof EffectParams];

function whatText(change: Change, people: Preview['people'], speaking: Speaking): string {
  const { lang, t, say, catalogue } = speaking;
  const { kind, params } = change as Told;
  const day = (one: string): string => dayText(one, lang);
  const to = (roles: readonly Role[]): string =>
    roles.map((role) => roleText(role, people, speaking)).join(', ');
  switch (kind) {
    case 'reflectionMeeting':
      return params.startsAt
        ? t('changeMeetingAt', { moment: instantText(params.startsAt, lang), to: to(params.attendees) })
        : t('changeMeeting', { day: day(params.dueOn), to: to(params.attendees) });
    case 'reminder':
      return t('changeNotice', {
        topic: say(topicText(catalogue, params.topic)),
        day: day(params.dueOn),
        to: to(params.to),
      });
    case 'conflictEscalation':
      return t('changeConflict', {
        ordinal: params.ordinal,
        day: day(params.respondBy),
        to: to(params.to),
      });
    case 'learningSupport':
      return t('changeLessons', { subject: params.subject, day: day(params.dueOn) });
    case 'informationPackage':
      return t('changeInformation', { company: params.company, day: day(params.dueOn) });
  }
}

/** Who is meant by a role: the role, and the names behind it as far as they are known. */
function roleText(role: Role, people: Preview['people'], { t }: Language): string {
  const names = people.filter((one) => one.role === role).map(({ name }) => name);
  return names.length > 0 ? `${t(roleWords[role])} (${names.join(', ')})` : t(roleWords[role]);
}
