// The first thing a new company sees: tick the channels there are, and the worksheet stands.
import { useTranslation } from 'react-i18next';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { EmptyState, Skeleton } from '~/ui/feedback/State';
import { useChannelsSearch } from '../search';
import { TemplateCards } from './TemplateCards';
import { useTemplatesChoice } from './useTemplatesChoice';
import classes from './Templates.module.css';

export function StartScreen() {
  const { t } = useTranslation('channels');
  const may = mayDo(useMe(), managing);
  const { show } = useChannelsSearch();
  const choice = useTemplatesChoice(true);
  if (!may) return <EmptyState title={t('start.none')} text={t('start.noneText')} />;
  if (!choice.templates) return <Skeleton lines={10} />;
  const count = choice.chosen.length;
  return (
    <div className={classes.screen}>
      <div className={classes.inner}>
        <h2 className={classes.title}>{t('start.title')}</h2>
        <p className={classes.text}>{t('start.text')}</p>
        <TemplateCards
          templates={choice.templates}
          chosen={choice.chosen}
          used={choice.used}
          onChange={choice.setChosen}
        />
      </div>
      <div className={classes.bar}>
        <Button
          onClick={() => {
            show({ dialog: 'new' });
          }}
        >
          {t('start.empty')}
        </Button>
        <Button
          look="primary"
          busy={choice.busy}
          disabled={count === 0}
          onClick={() => void choice.add()}
        >
          {count === 0 ? t('start.choose') : t('start.add', { count })}
        </Button>
      </div>
    </div>
  );
}
