/** What a command would do, before it is said. Nothing is entered without this. */
import type { Preview } from '../../web/api/schemas.ts';
import { PreviewSections } from '../preview/PreviewSections.tsx';
import { Answer } from './Answer.tsx';
import { Button } from './Button.tsx';
import { useCatalogue } from './catalogue.ts';
import { Dialog } from './Dialog.tsx';
import { useLang } from './lang.tsx';
import { ProblemNote } from './ProblemNote.tsx';

export interface PreviewDialogProps {
  /** What is to be entered, as people call it. */
  readonly what: string;
  readonly preview: Preview;
  /** Being entered. */
  readonly busy: boolean;
  /** Why it could not be entered. */
  readonly error: unknown;
  readonly onEnter: () => void;
  readonly onCancel: () => void;
}

export function PreviewDialog({ what, preview, busy, error, onEnter, onCancel }: PreviewDialogProps) {
  const { t } = useLang();
  const catalogue = useCatalogue();
  return (
    <Dialog
      title={t('previewTitle')}
      onClose={busy ? undefined : onCancel}
      actions={
        <>
          <Button look="primary" busy={busy} onClick={onEnter}>
            {t('previewEnter')}
          </Button>
          <Button busy={busy} onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p className="kern-body">
        <strong>{what}</strong> – {t('previewLead')}
      </p>
      {error !== null && error !== undefined && <ProblemNote error={error} />}
      <Answer query={catalogue}>{(words) => <PreviewSections preview={preview} catalogue={words} />}</Answer>
    </Dialog>
  );
}
