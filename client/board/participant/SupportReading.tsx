/** A participant's page for whoever gives the learning support: the lessons, whom to reach, and what may be entered. */
import { useLang } from '../parts/lang.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Journal } from './Journal.tsx';
import { PeopleList } from './People.tsx';
import { Steps } from './Steps.tsx';
import { useShown } from './shown.ts';

export function SupportReading() {
  const { view } = useShown();
  const { t } = useLang();
  const { learningSupport } = view.facts;
  const isWaiting = view.open.length + view.due.length + view.overdue.length > 0;
  return (
    <>
      {learningSupport && (
        <p className="kern-body">{t('lessonsSubject', { subject: learningSupport.subject })}</p>
      )}
      <h2 className="kern-heading-medium">{t('nextTitle')}</h2>
      <Steps />
      {isWaiting && (
        <>
          <h2 className="kern-heading-medium">{t('deadlinesTitle')}</h2>
          <Deadlines />
        </>
      )}
      <h2 className="kern-heading-medium">{t('sectionPeople')}</h2>
      <PeopleList />
      <h2 className="kern-heading-medium">{t('sectionJournal')}</h2>
      <Journal />
    </>
  );
}
