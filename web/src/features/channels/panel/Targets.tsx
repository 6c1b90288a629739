// The KPIs that the channel is steered by, with the value wanted of each.
import { useTranslation } from 'react-i18next';
import { kpiName, useKpis } from '~/platform/kpis';
import { useToday } from '~/platform/useToday';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useFieldEdit } from '../changes';
import { periodWords } from '../costs';
import { targetValue } from '../kpis';
import type { Kpi, Target, View } from '../wire';
import { fieldOf } from '../words';
import { Lines } from './Lines';
import { TargetDialog } from './TargetDialog';
import classes from './panel.module.css';

export function Targets({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const { data } = useKpis();
  const { id, targets } = channel;
  const kpis = data?.items ?? [];
  return (
    <Lines
      id={fieldOf.kpi}
      title={t('fields.targets')}
      lines={targets}
      texts={{ add: t('targets.add'), none: t('targets.none') }}
      show={(target) => (
        <TargetLine target={target} kpi={kpis.find(({ code }) => code === target.kpi)} />
      )}
      dialog={({ line, ...open }) =>
        kpis.length > 0 && (
          <TargetDialog target={line} kpis={kpis} currency={channel.currency} {...open} />
        )
      }
      onChange={(to) => {
        const words = (list: readonly Target[]) => t('targets.summary', { count: list.length });
        void edit({ id, field: 'targets', from: targets, to, words });
      }}
    />
  );
}

function TargetLine({ target, kpi }: { target: Target; kpi: Kpi | undefined }) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const formats = useFormats();
  const today = useToday();
  return (
    <>
      <span className={classes.lineName}>{kpi ? kpiName(kpi, language) : target.kpi}</span>
      <span className={classes.amount}>{targetValue(target, kpi, t, formats)}</span>
      <span className={classes.sub}>{periodWords(target, today, t, formats)}</span>
    </>
  );
}
