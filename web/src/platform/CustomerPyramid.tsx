// The customers of a period in tiers: how many are in each, and which share of the margin they bring.
import { useTranslation } from 'react-i18next';
import { Pyramid } from '~/ui/chart/Pyramid';
import { useFormats } from '~/ui/text/locale';
import { sharesOf, type Tiers } from './pyramid';

export function CustomerPyramid({ label, pyramid }: { label: string; pyramid: Tiers }) {
  const { t } = useTranslation('platform');
  const formats = useFormats();
  return (
    <Pyramid
      label={label}
      tiers={sharesOf(pyramid).map(({ tier, customers, margin, share }) => ({
        id: tier,
        name: t(`tiers.${tier}`),
        count: formats.number(customers),
        share,
        value: share === null ? '' : formats.percent(share),
        exact: formats.money(margin, pyramid.currency),
      }))}
    />
  );
}
