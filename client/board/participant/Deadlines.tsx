/** The journey's deadlines: those that are over, those that are due, those to come, each with what settles it. */
import type { DeadlineView } from '../../../workflows/fold/view.ts';
import { AttentionBadge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { monthText } from '../parts/dates.ts';
import { Empty } from '../parts/Loading.tsx';
import { type Language, useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';
import { deedsOf } from './deeds.ts';
import { Say } from './Say.tsx';
import { noteText, type Shown, useShown } from './shown.ts';

/** Deadlines to come that are shown at once. */
const atFirst = 5;

export function Deadlines() {
  const { view } = useShown();
  const { t } = useLang();
  const { overdue, due, open } = view;
  if (overdue.length + due.length + open.length === 0) return <Empty>{t('deadlinesNone')}</Empty>;
  const later = open.slice(atFirst);
  return (
    <>
      <ul className="plain-list deadlines">
        {overdue.map((one) => (
          <Row key={keyOf(one)} deadline={one} status="overdue" />
        ))}
        {due.map((one) => (
          <Row key={keyOf(one)} deadline={one} status="due" />
        ))}
        {open.slice(0, atFirst).map((one) => (
          <Row key={keyOf(one)} deadline={one} />
        ))}
      </ul>
      {later.length > 0 && (
        <details>
          <summary className="kern-body">{t('deadlinesMore', { count: later.length })}</summary>
          <ul className="plain-list deadlines">
            {later.map((one) => (
              <Row key={keyOf(one)} deadline={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const keyOf = ({ key, item, dueOn }: DeadlineView): string => `${key} ${item ?? ''} ${dueOn}`;

function Row({ deadline, status }: { deadline: DeadlineView; status?: 'due' | 'overdue' }) {
  const shown = useShown();
  const language = useLang();
  const { say } = language;
  const me = useMe();
  const { label, dueOn, source } = deadline;
  const about = aboutOf(deadline, shown, language);
  const text = about === undefined ? say(label) : `${say(label)}: ${about}`;
  return (
    <li className="deadline kern-body">
      <div className="deadline__what">
        <strong>{text}</strong>
        {status && <AttentionBadge attention={status} />}
        <span>
          <DateText value={dueOn} weekday distance />
        </span>
        <span className="kern-body kern-body--small kern-body--muted">{sourceText(source, language)}</span>
      </div>
      <div className="deadline__deeds">
        {deedsOf(deadline, shown, me?.person ?? '').map(({ type, initial }) => (
          <Say key={type} type={type} initial={initial} about={text} />
        ))}
      </div>
    </li>
  );
}

/** The law a deadline rests on, as the rules cite it and whether that is yet to be checked; or that it is our own. Pure. */
export function sourceText(source: string, { t, lang }: Language): string {
  const [law] = /§[^;»:(]*(\(\d+\)[^;»:(]*)*/.exec(source) ?? [];
  if (law === undefined) return t('ruleOfPractice');
  const cited = law.trim().replaceAll('no. ', lang === 'de' ? 'Nr. ' : 'no. ');
  return t(source.includes('(check') ? 'ruleSourceToCheck' : 'ruleSource', { source: cited });
}

/** What a deadline is about, where several of its kind run at once. */
function aboutOf(
  { key, item }: DeadlineView,
  shown: Pick<Shown, 'view' | 'notes'>,
  { t, lang }: Language,
): string | undefined {
  if (item === undefined) return undefined;
  const { goals, tasks } = shown.view.facts;
  if (key === 'goalReview') return noteText(shown, goals[item]?.goal ?? '');
  if (key === 'taskDue') return noteText(shown, tasks[item]?.task ?? '');
  if (key.startsWith('usedHours')) {
    const month = String(item);
    return month.length === 6 ? monthText(`${month.slice(0, 4)}-${month.slice(4)}`, lang) : month;
  }
  return key === 'luvTrainingYear' ? t('trainingYear', { year: item }) : undefined;
}
