/** The support plan: contacts in a line, goals, tasks, help, hours, absences. */
import type { ReactNode } from 'react';
import { DateText } from '../parts/DateText.tsx';
import { daysBetween } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { Contacts } from './Contacts.tsx';
import { Hours } from './Hours.tsx';
import { QuickContact } from './QuickContact.tsx';
import { Say } from './Say.tsx';
import { mayBeSaid, noteText, useShown } from './shown.ts';

export function Plan() {
  const shown = useShown();
  const { t } = useLang();
  return (
    <>
      <h2 className="kern-heading-medium">{t('contacts')}</h2>
      {mayBeSaid(shown, 'contact.recorded') && <QuickContact />}
      <Contacts />
      <h2 className="kern-heading-medium">{t('tasks')}</h2>
      <Tasks />
      <h2 className="kern-heading-medium">{t('goals')}</h2>
      <Goals />
      <h2 className="kern-heading-medium">{t('helpItems')}</h2>
      <Helps />
      <Lessons />
      <h2 className="kern-heading-medium">{t('hours')}</h2>
      <Hours />
      <h2 className="kern-heading-medium">{t('absences')}</h2>
      <Absences />
    </>
  );
}

export interface Item {
  readonly id: string;
  readonly text: ReactNode;
  readonly ways: ReactNode;
}

/** Open matters, each with what may become of it. */
export function Items({ items, none }: { items: readonly Item[]; none: string }) {
  if (items.length === 0) return <p className="kern-body kern-body--muted">{none}</p>;
  return (
    <ul className="plain-list items">
      {items.map(({ id, text, ways }) => (
        <li key={id} className="item kern-body">
          <span>{text}</span>
          <span className="item__ways">{ways}</span>
        </li>
      ))}
    </ul>
  );
}

function Tasks() {
  const shown = useShown();
  const { t } = useLang();
  const { facts, now } = shown.view;
  const rows = Object.entries(facts.tasks).sort(([, a], [, b]) => a.dueOn.localeCompare(b.dueOn));
  const items = rows.map(([id, { task, dueOn }]) => {
    const text = noteText(shown, task);
    return {
      id,
      text: (
        <>
          {text}, {t(daysBetween(now.slice(0, 10), dueOn) < 0 ? 'wasDueBy' : 'dueBy')}{' '}
          <DateText value={dueOn} weekday distance />
        </>
      ),
      ways: (
        <>
          <Say type="task.done" initial={{ task: id }} about={text} />
          <Say type="task.dropped" initial={{ task: id }} about={text} />
        </>
      ),
    };
  });
  return (
    <>
      <Items items={items} none={t('tasksNone')} />
      <div className="say-row">
        <Say type="task.set" look="secondary" icon="add" />
      </div>
    </>
  );
}

function Goals() {
  const shown = useShown();
  const { t } = useLang();
  const { facts } = shown.view;
  const items = Object.entries(facts.goals).map(([id, { goal, reviewOn }]) => {
    const text = noteText(shown, goal);
    return {
      id,
      text: (
        <>
          {text}, {t('reviewedOn')} <DateText value={reviewOn} weekday distance />
        </>
      ),
      ways: <Say type="goal.reviewed" initial={{ goal: id }} about={text} />,
    };
  });
  return (
    <>
      <Items items={items} none={t('goalsNone')} />
      {facts.goalsReached > 0 && (
        <p className="kern-body">{t('goalsReached', { count: facts.goalsReached })}</p>
      )}
      <div className="say-row">
        <Say type="goal.set" look="secondary" icon="add" />
        <Say type="intensity.set" look="secondary" />
      </div>
    </>
  );
}

const helpStatus = { asked: 'helpAsked', running: 'helpRunning', ended: 'helpEnded' } as const;

function Helps() {
  const { view, catalogue } = useShown();
  const { t, say } = useLang();
  const words = catalogue.events.find(({ type }) => type === 'help.asked')?.words;
  const word = (field: string, code: string): string => {
    const text = words?.[field]?.values?.[code];
    return text ? say(text) : code;
  };
  const running = Object.entries(view.facts.help).filter(([, { status }]) => status !== 'ended');
  const items = running.map(([id, help]) => {
    const text = `${word('topic', help.topic)} (${word('for', help.for)})`;
    return {
      id,
      text: `${text}, ${t(helpStatus[help.status])}`,
      ways: (
        <>
          {help.status === 'asked' && <Say type="help.started" initial={{ help: id }} about={text} />}
          <Say type="help.ended" initial={{ help: id }} about={text} />
        </>
      ),
    };
  });
  return (
    <>
      <Items items={items} none={t('helpNone')} />
      <div className="say-row">
        <Say type="help.asked" look="secondary" icon="add" />
      </div>
    </>
  );
}

/** Learning support: which, by whom, and what may be entered of it. */
export function Lessons() {
  const shown = useShown();
  const { t } = useLang();
  const { learningSupport } = shown.view.facts;
  return (
    <>
      {learningSupport && (
        <p className="kern-body">
          {t(learningSupport.supporter ? 'lessonsRunning' : 'lessonsRequested', {
            subject: learningSupport.subject,
            supporter: shown.staff.find(({ id }) => id === learningSupport.supporter)?.name ?? '',
          })}
        </p>
      )}
      <div className="say-row">
        {(['sessionHeld', 'requested', 'started', 'ended'] as const).map((what) => (
          <Say key={what} type={`learningSupport.${what}`} look="secondary" />
        ))}
      </div>
    </>
  );
}

function Absences() {
  const { view, catalogue } = useShown();
  const { t, say } = useLang();
  const reasons = catalogue.events.find(({ type }) => type === 'absence.began')?.words.reason?.values;
  const { absences } = view.facts;
  return (
    <>
      <Items
        none={t('absencesNone')}
        items={absences.toReversed().map(({ from, to, reason }) => ({
          id: `${from} ${reason}`,
          text: (
            <>
              {say(reasons?.[reason] ?? { de: reason, en: reason })}: <DateText value={from} /> –{' '}
              {to ? <DateText value={to} /> : t('untilNow')}
            </>
          ),
          ways: null,
        }))}
      />
      <div className="say-row">
        <Say type="absence.began" look="secondary" icon="add" />
        <Say type="absence.ended" look="secondary" />
      </div>
    </>
  );
}
