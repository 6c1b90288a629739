// How the channel joins with others.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { useMatrix } from '../api';
import { LinkDialog } from '../matrix/LinkDialog';
import { linkMarks } from '../matrix/marks';
import { useChannelsSearch } from '../search';
import type { View } from '../wire';
import { useState } from 'react';
import classes from './panel.module.css';

export function Links({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const { show } = useChannelsSearch();
  const { data: matrix } = useMatrix();
  const [open, setOpen] = useState<string | null>(null);
  const nameOf = (id: string) => matrix?.channels.find((other) => other.id === id)?.name ?? '…';
  return (
    <Section
      title={t('fields.links')}
      action={
        <Button
          look="quiet"
          onClick={() => {
            show({ mode: 'matrix' });
          }}
        >
          {t('links.openMatrix')}
        </Button>
      }
    >
      {channel.links.length === 0 && <p className={classes.empty}>{t('links.none')}</p>}
      <div className={classes.lines}>
        {channel.links.map(({ to, state, shares }) => (
          <button
            key={to}
            type="button"
            className={classes.line}
            onClick={() => {
              setOpen(to);
            }}
          >
            <span className={classes.lineName} dir="auto">
              {nameOf(to)}
            </span>
            <span className={classes.sub}>
              {linkMarks[state]} {t(`linkStates.${state}`)}
            </span>
            <span className={classes.sub}>
              {shares.map((what) => t(`shared.${what}`)).join(', ')}
            </span>
          </button>
        ))}
      </div>
      {open && matrix && (
        <LinkDialog
          from={channel}
          to={{ id: open, name: nameOf(open) }}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Section>
  );
}
