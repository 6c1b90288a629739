// The switch for everything. Off asks first, and says what follows; on is one click.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Card } from '~/ui/layout/Card';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { useOfferRows } from '../offers/useOfferList';
import classes from '../decisions.module.css';
import { useSaveSetting } from './useSaveSetting';

// How many offers are made, and at how many places.
function useMade() {
  const made = useOfferRows()?.filter(({ state }) => state === 'running') ?? [];
  const at = made.flatMap(({ places }) => places.filter(({ active }) => active).map(({ id }) => id));
  return { running: made.length, places: new Set(at).size };
}

export function KillSwitch({ active, may }: { active: boolean; may: boolean }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveSetting();
  const [asking, setAsking] = useState(false);
  const { running, places } = useMade();
  const put = (on: boolean) => {
    setAsking(false);
    const says = t(on ? 'settings.wasSwitchedOn' : 'settings.wasSwitchedOff');
    void save('active', on, !on, (value) => t(value ? 'on' : 'off'), says);
  };
  return (
    <Card
      title={t('settings.active')}
      note={t(active ? 'settings.isOn' : 'settings.isOff', {
        offers: t('count', { count: running, number: formats.number(running) }),
        places: t('placement.count', { count: places, number: formats.number(places) }),
      })}
      actions={
        <Tag tone={active ? 'good' : 'warn'} dot={active}>
          {t(active ? 'on' : 'off')}
        </Tag>
      }
    >
      <div className={classes.switch}>
        <p className={classes.quiet}>{t('settings.activeNote')}</p>
        {may &&
          (active ? (
            <Button
              look="danger"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('settings.switchOff')}
            </Button>
          ) : (
            <Button
              look="primary"
              onClick={() => {
                put(true);
              }}
            >
              {t('settings.switchOn')}
            </Button>
          ))}
      </div>
      <Confirm
        open={asking}
        danger
        title={t('settings.offTitle')}
        text={t('settings.offText')}
        action={t('settings.switchOff')}
        onConfirm={() => {
          put(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Card>
  );
}
