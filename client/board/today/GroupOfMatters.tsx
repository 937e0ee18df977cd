/** Matters of one urgency, a person's together, each with the button that settles it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Journey } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { journeyPath } from '../areas.ts';
import { answerTo } from '../deeds.ts';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { dayOf, dayText, today } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { keys } from '../queries.ts';
import type { Group, Matter, PersonMatters } from './matters.ts';

/** People that are shown before somebody asks for all. */
const atFirst = 8;

export interface GroupProps {
  readonly group: Group;
  readonly onSettle: (matter: Matter) => void;
  /** Names that several have, who are told apart by their ids. */
  readonly twins: ReadonlySet<string>;
}

export function GroupOfMatters({ group, ...props }: GroupProps) {
  const { t } = useLang();
  const [isWhole, setWhole] = useState(false);
  const { urgency, title, count, people } = group;
  const shown = isWhole ? people : people.slice(0, atFirst);
  const id = `today-${urgency}`;
  return (
    <section aria-labelledby={id} className={`today-group today-group--${urgency}`}>
      <h2 id={id} className="kern-heading-medium">
        {t('todayCount', { title: t(title), count })}
      </h2>
      <ul className="today-people">
        {shown.map((person) => (
          <OnePerson key={person.journey} person={person} {...props} />
        ))}
      </ul>
      {shown.length < people.length && (
        <Button look="tertiary" onClick={() => setWhole(true)}>
          {t('todayMore', { count: people.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

type PersonProps = Omit<GroupProps, 'group'> & { readonly person: PersonMatters };

function OnePerson({ person: { journey, name, matters }, twins, onSettle }: PersonProps) {
  return (
    <li className="today-person">
      <h3 className="kern-title">
        <Link href={journeyPath(journey)} className="kern-link">
          {name ?? journey}
        </Link>
        {name !== null && twins.has(name) && <span className="today-twin"> {journey}</span>}
      </h3>
      <ul className="today-matters">
        {matters.map((matter) => (
          <OneMatter key={matter.id} matter={matter} onSettle={onSettle} />
        ))}
      </ul>
    </li>
  );
}

function OneMatter({ matter, onSettle }: { matter: Matter; onSettle: (matter: Matter) => void }) {
  const { t } = useLang();
  const prepare = usePreparation(matter.journey);
  const label = useLabel(matter);
  const answer = answerTo(matter);
  return (
    <li className="today-matter">
      <div className="today-matter__text">
        <p className="kern-body">
          <strong>{label}</strong>
        </p>
        <When matter={matter} />
        {'why' in answer && <p className="kern-body kern-body--small kern-body--muted">{t(answer.why)}</p>}
      </div>
      {'action' in answer && (
        <span className="today-matter__action">
          <Button onPointerEnter={prepare} onFocus={prepare} onClick={() => onSettle(matter)}>
            {t(answer.action)}
            <span className="kern-sr-only">
              : {t('settleAbout', { label, name: matter.name ?? matter.journey })}
            </span>
          </Button>
        </span>
      )}
    </li>
  );
}

/** Whoever is about to press a button need not wait for its form. */
function usePreparation(journey: string): () => void {
  const queries = useQueryClient();
  return () =>
    void queries.prefetchQuery({
      queryKey: keys.journey(journey),
      queryFn: ({ signal }) => get<Journey>(`/api/journeys/${encodeURIComponent(journey)}`, {}, signal),
    });
}

/** What a matter is called. */
export function useLabel({ kind, label }: Pick<Matter, 'kind' | 'label'>): string {
  const { t, say } = useLang();
  return kind === 'conflictEscalation' ? t('todayConflict', { label: say(label) }) : say(label);
}

/** By when it is asked for, and who was told since when. */
function When({ matter: { dueOn, told, urgency } }: { matter: Matter }) {
  const { t, lang } = useLang();
  return (
    <p className="kern-body kern-body--small kern-body--muted">
      {t(urgency === 'due' && dueOn < today() ? 'todaySince' : 'todayBy')}{' '}
      <DateText value={dueOn} weekday distance />
      {told && (
        <>
          {' · '}
          {t('todayToldTo', {
            day: dayText(dayOf(told.since), lang),
            to: told.to.map((role) => t(roleWords[role])).join(', '),
          })}
        </>
      )}
    </p>
  );
}
