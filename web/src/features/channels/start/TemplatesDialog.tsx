// Adds channels from templates to a worksheet that has some already.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Skeleton } from '~/ui/feedback/State';
import { Dialog } from '~/ui/overlay/Dialog';
import { TemplateCards } from './TemplateCards';
import { useTemplatesChoice } from './useTemplatesChoice';

export default function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('channels');
  const choice = useTemplatesChoice(false);
  const count = choice.chosen.length;
  const add = async () => {
    if (await choice.add()) onClose();
  };
  return (
    <Dialog
      open
      title={t('fromTemplates')}
      width={860}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button
            look="primary"
            busy={choice.busy}
            disabled={count === 0}
            onClick={() => void add()}
          >
            {count === 0 ? t('start.choose') : t('start.add', { count })}
          </Button>
        </>
      }
    >
      {choice.templates ? (
        <div>
          <TemplateCards
            templates={choice.templates}
            chosen={choice.chosen}
            used={choice.used}
            onChange={choice.setChosen}
          />
        </div>
      ) : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}
