/** Asks once more before something is done. */
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { useLang } from '../parts/lang.tsx';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm({ title, text, action, isBusy, onConfirm, onClose }: ConfirmProps) {
  const { t } = useLang();
  return (
    <Dialog
      title={title}
      onClose={isBusy ? undefined : onClose}
      actions={
        <>
          <Button look="primary" busy={isBusy} onClick={onConfirm}>
            {isBusy ? t('opsBusy') : action}
          </Button>
          <Button busy={isBusy} onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{text}</p>
    </Dialog>
  );
}
