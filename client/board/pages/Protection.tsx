/** What data protection looks at: who was refused what, legal holds, whether a journal is as it was written. */
import { FindJourney } from '../office/FindJourney.tsx';
import { Refusals } from '../office/Refusals.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import '../styles/cohort.css';
import '../styles/office.css';

export default function Protection() {
  const { t } = useLang();
  return (
    <Page title={t('protection')}>
      <FindJourney />
      <Refusals />
    </Page>
  );
}
