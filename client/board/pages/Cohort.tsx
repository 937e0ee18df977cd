/** Figures of all journeys somebody may see. */
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';

export default function Cohort() {
  const { t } = useLang();
  return <Page title={t('cohort')}>{null}</Page>;
}
