/** Whole cohorts in and out as spreadsheets. Both hold personal data. */
import { ExportFile } from '../office/ExportFile.tsx';
import { ImportFile } from '../office/ImportFile.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import '../styles/cohort.css';
import '../styles/office.css';

export default function Files() {
  const { t } = useLang();
  return (
    <Page title={t('files')}>
      <ImportFile />
      <ExportFile />
    </Page>
  );
}
