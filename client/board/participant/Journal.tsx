/** The journal, newest first: what happened when, who says so, and putting it right. */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useLocationProperty } from 'wouter/use-browser-location';
import type { Journal as Answered } from '../../web/api/schemas.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { eventIn } from '../parts/catalogue.ts';
import { DateText } from '../parts/DateText.tsx';
import { dayOf } from '../parts/dates.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { entryPath } from './address.ts';
import { entryLines } from './entryText.ts';
import { matches } from './matches.ts';
import { isReasonCode, reasonCodes } from './reasons.ts';
import { Do } from './Say.tsx';
import { Search } from './Search.tsx';
import { noteText, useJournal, useShown } from './shown.ts';

type Row = Answered['entries'][number];

/** Entries that are shown at once; the rest a click away. */
const atFirst = 25;

export function Journal() {
  const { id } = useShown();
  return <Answer query={useJournal(id)}>{({ entries }) => <Entries rows={entries.toReversed()} />}</Answer>;
}

function Entries({ rows }: { rows: readonly Row[] }) {
  const shown = useShown();
  const language = useLang();
  const { t, say } = language;
  const [word, setWord] = useState('');
  const [isWhole, setWhole] = useState(false);
  const target = useTarget();
  const textOf = ({ entry, label, author }: Row): string[] => {
    const event = entry.event && eventIn(shown.catalogue, entry.event.type);
    const lines = entry.event && event ? entryLines(entry.event, event, shown, language) : [];
    return [`${entry.seq}`, say(label), author ?? '', ...lines.map(({ value }) => value)];
  };
  const found = rows.filter((row) => matches(word, textOf(row)));
  const visible = isWhole || target !== undefined ? found : found.slice(0, atFirst);
  return (
    <>
      <Search label={t('searchJournal')} word={word} onSearch={setWord} />
      {found.length === 0 && <Empty>{t('nothingFound')}</Empty>}
      <ol className="timeline" aria-label={t('sectionJournal')}>
        {visible.map((row) => (
          <Entry key={row.entry.seq} row={row} isTarget={row.entry.seq === target} />
        ))}
      </ol>
      {visible.length < found.length && (
        <Button onClick={() => setWhole(true)}>
          {t('journalAll', { count: found.length - visible.length })}
        </Button>
      )}
    </>
  );
}

/** The entry that the address names. */
function useTarget(): number | undefined {
  const named = useLocationProperty(() => /^#entry-(\d+)$/.exec(location.hash)?.[1] ?? '');
  return named === '' ? undefined : Number(named);
}

function Entry({ row, isTarget }: { row: Row; isTarget: boolean }) {
  const { t, say } = useLang();
  const { entry, label, happenedOn, author, endedBy } = row;
  const { seq, recordedAt, actor } = entry;
  useEffect(() => {
    if (!isTarget) return;
    const element = document.getElementById(`entry-${seq}`);
    element?.focus();
    element?.scrollIntoView({ block: 'center' });
  }, [isTarget, seq]);
  const isLate = dayOf(recordedAt) !== happenedOn;
  return (
    <li
      id={`entry-${seq}`}
      tabIndex={-1}
      className={endedBy === null ? 'timeline__item' : 'timeline__item timeline__item--past'}
      aria-current={isTarget || undefined}
    >
      <p className="kern-body kern-body--small kern-body--muted">
        <DateText value={happenedOn} weekday /> · {t('entryNumber', { seq })} ·{' '}
        {author ?? t(roleWords[actor.role])}
        {isLate && (
          <>
            {' '}
            · {t('recordedLate')} <DateText value={recordedAt} />
          </>
        )}
      </p>
      <p className="kern-body kern-body--bold">{endedBy === null ? say(label) : <s>{say(label)}</s>}</p>
      <Ended row={row} />
      <Content row={row} />
      {endedBy === null && <Actions row={row} />}
    </li>
  );
}

/** What an entry ended, and what ended it. */
function Ended({ row: { entry, endedBy } }: { row: Row }) {
  const { id } = useShown();
  const { t } = useLang();
  const { data } = useJournal(id);
  const { replaces, voids } = entry;
  const end = data?.entries.find((one) => one.entry.seq === endedBy)?.entry;
  const to = (seq: number, text: string) => (
    <p className="kern-body">
      <Link className="kern-link" href={entryPath(id, seq)} replace>
        {text}
      </Link>
    </p>
  );
  return (
    <>
      {endedBy !== null && to(endedBy, t(end?.voids ? 'takenBackBy' : 'correctedBy', { seq: endedBy }))}
      {replaces !== undefined && to(replaces, t('corrects', { seq: replaces }))}
      {voids !== undefined && to(voids, t('toEntry', { seq: voids }))}
    </>
  );
}

function Content({ row: { entry } }: { row: Row }) {
  const shown = useShown();
  const language = useLang();
  const { t } = language;
  const { event, reason, replaces, voids } = entry;
  const description = event && eventIn(shown.catalogue, event.type);
  const lines = event && description ? entryLines(event, description, shown, language) : [];
  const isReason = replaces !== undefined || voids !== undefined;
  const reasonText = reason && (isReasonCode(reason) ? t(reasonCodes[reason]) : noteText(shown, reason));
  if (lines.length === 0 && !reasonText) return null;
  return (
    <dl className="entry-fields kern-body">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label.endsWith('?') ? label : `${label}:`}</dt> <dd>{value}</dd>
        </div>
      ))}
      {reasonText && (
        <div>
          <dt>{t(isReason ? 'reason' : 'note')}:</dt> <dd>{reasonText}</dd>
        </div>
      )}
    </dl>
  );
}

function Actions({ row: { entry, label } }: { row: Row }) {
  const { roles, catalogue } = useShown();
  const { t, say } = useLang();
  const { seq, event } = entry;
  const own: readonly string[] = roles;
  const allowed = event ? (eventIn(catalogue, event.type)?.roles ?? []) : ['caseWorker', 'teamLead'];
  const isTeam = own.includes('caseWorker') || own.includes('teamLead');
  const may = allowed.some((role) => own.includes(role));
  const about = `${say(label)}, ${t('entryNumber', { seq })}`;
  return (
    <div className="timeline__actions">
      {event && may && <Do doing={{ kind: 'correct', seq }} label={t('correct')} about={about} />}
      {(may || (isTeam && allowed.includes('system'))) && (
        <Do doing={{ kind: 'takeBack', seq }} label={t('takeBack')} about={about} />
      )}
    </div>
  );
}
