// A change, with an arrow and a sign, so that colour is never the only carrier.
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useFormats } from '../text/locale';
import classes from './Chart.module.css';

export interface DeltaProps {
  // 0.12 is twelve percent more.
  share: number;
  // For costs and waiting times, less is better.
  lessIsBetter?: boolean;
}

// From ten times as much on, percentages say nothing.
const manifold = 9;

export function Delta({ share, lessIsBetter = false }: DeltaProps) {
  const formats = useFormats();
  const better = lessIsBetter ? share < 0 : share > 0;
  const tone = share === 0 ? '' : better ? classes.good : classes.bad;
  const sign = share > 0 ? '+' : share < 0 ? '−' : '';
  return (
    <span className={`${classes.delta} ${tone}`}>
      {share > 0 && <IconArrowUpRight aria-hidden />}
      {share < 0 && <IconArrowDownRight aria-hidden />}
      {share >= manifold ? `×${formats.number(share + 1, 0)}` : `${sign}${formats.percent(Math.abs(share), 1)}`}
    </span>
  );
}
