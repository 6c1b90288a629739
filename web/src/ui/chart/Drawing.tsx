// What ECharts draws: in the colours of the scheme or of paper, as wide as its place. It is an image to
// who listens; what it shows stands in words beside it. It can be kept as a picture.
import { useComputedColorScheme } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../control/Button';
import { saveBlob } from '../saveFile';
import classes from './Drawing.module.css';
import { type Tokens, tokensOf } from './tokens';

export interface DrawingProps {
  label: string;
  height: number;
  option: (tokens: Tokens) => EChartsCoreOption;
  // What was clicked on the chart, which tells what is there.
  onClick?: (chart: ECharts, at: [number, number]) => void;
  onPick?: (picked: unknown) => void;
}

// Sharp on paper.
const pictureScale = 2;

function savePicture(chart: ECharts, name: string, backgroundColor: string): void {
  chart
    .renderToCanvas({ pixelRatio: pictureScale, backgroundColor })
    .toBlob((picture) => {
      if (picture) saveBlob(`${name}.png`, picture);
    }, 'image/png');
}

export function Drawing({ label, height, option, onClick, onPick }: DrawingProps) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme();
  const draw = useEffectEvent(() => {
    if (!box.current || !chart.current) return;
    const drawn = { animation: false, ...option(tokensOf(box.current)) };
    chart.current.setOption(drawn, { notMerge: true });
  });
  const clicked = useEffectEvent((at: [number, number]) => {
    if (chart.current) onClick?.(chart.current, at);
  });
  const picked = useEffectEvent((data: unknown) => onPick?.(data));

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let gone = false;
    const paper = window.matchMedia('print');
    const resize = () => {
      chart.current?.resize();
    };
    const redraw = () => {
      resize();
      draw();
    };
    const sizes = new ResizeObserver(resize);
    void import('./engine').then(({ init }) => {
      if (gone) return;
      const made = init(element);
      chart.current = made;
      made.getZr().on('click', ({ offsetX, offsetY }) => {
        clicked([offsetX, offsetY]);
      });
      made.on('click', ({ data }) => {
        picked(data);
      });
      draw();
      element.dataset.drawn = 'true';
      sizes.observe(element);
      paper.addEventListener('change', redraw);
    });
    return () => {
      gone = true;
      sizes.disconnect();
      paper.removeEventListener('change', redraw);
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    draw();
  }, [option, scheme]);

  return (
    <div className={classes.drawing}>
      <div ref={box} role="img" aria-label={label} className={classes.box} style={{ height }} />
      <IconButton
        className={classes.keep ?? ''}
        label={t('chart.picture', { label })}
        onClick={() => {
          if (!box.current || !chart.current) return;
          savePicture(chart.current, label, getComputedStyle(box.current).getPropertyValue('--surface'));
        }}
      >
        <IconPhotoDown aria-hidden />
      </IconButton>
    </div>
  );
}
