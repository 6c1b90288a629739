// Lines over days, weeks or months. What is not closed yet is dashed; what is compared with is thin and
// grey. One line can be put in front of the others.
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { type Series, shadeOf } from '../control/Dot';
import { Drawing } from './Drawing';
import { tipLook, tipOf } from './tip';
import type { Tokens } from './tokens';

export interface Line {
  id: string;
  name: string;
  series: Series;
  // Of several lines of one colour: 0, 1, 2 … grow lighter.
  shade?: number;
  values: readonly (number | null)[];
  // What it is compared with.
  before?: boolean;
}

export interface LinesProps {
  label: string;
  height?: number;
  // Of each point, as the axis and the tip call it.
  names: readonly { short: string; long: string }[];
  lines: readonly Line[];
  axis: (value: number) => string;
  value: (value: number) => string;
  // From this point on nothing is closed.
  open?: number | undefined;
  front?: string | undefined;
  onPoint?: (index: number) => void;
}

export function Lines({ label, height = 240, onPoint, ...what }: LinesProps) {
  const { names, lines, axis, value, open, front } = what;
  const option = useMemo(
    () => (tokens: Tokens) => optionOf({ names, lines, axis, value, open, front }, tokens),
    [names, lines, axis, value, open, front],
  );
  const pick = (chart: ECharts, at: [number, number]) => {
    if (!onPoint || !chart.containPixel('grid', at)) return;
    const [index] = chart.convertFromPixel('grid', at);
    if (index !== undefined) onPoint(Math.max(0, Math.min(names.length - 1, Math.round(index))));
  };
  return <Drawing label={label} height={height} option={option} onClick={pick} />;
}

type What = Pick<LinesProps, 'names' | 'lines' | 'axis' | 'value' | 'open' | 'front'>;

function optionOf(what: What, tokens: Tokens): EChartsCoreOption {
  const { names, lines, axis, open } = what;
  const words = { color: tokens.text2, fontFamily: tokens.font, fontSize: 11.5 };
  return {
    grid: { left: 4, right: 14, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: names.map(({ short }) => short),
      boundaryGap: false,
      axisLine: { lineStyle: { color: tokens.line2 } },
      axisTick: { show: false },
      axisLabel: { ...words, margin: 10, hideOverlap: true, alignMaxLabel: 'right' },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { ...words, formatter: axis },
      splitLine: { lineStyle: { color: tokens.line } },
    },
    tooltip: {
      trigger: 'axis',
      ...tipLook(tokens),
      axisPointer: { type: 'line', lineStyle: { color: tokens.line2 } },
      formatter: (points: unknown) => tip(points, what, tokens),
    },
    series: lines.flatMap((line) => drawn(line, open, what.front, tokens)),
  };
}

function tip(points: unknown, { names, lines, value }: What, tokens: Tokens): HTMLElement {
  const [first] = points as { dataIndex: number }[];
  const index = first?.dataIndex ?? 0;
  const there = lines.flatMap((line) => {
    const at = line.values[index];
    return typeof at === 'number' ? [{ line, at }] : [];
  });
  return tipOf(
    names[index]?.long ?? '',
    there
      .toSorted((a, b) => Number(a.line.before ?? 0) - Number(b.line.before ?? 0) || b.at - a.at)
      .map(({ line, at }) => ({ colour: colourOf(line, tokens), name: line.name, value: value(at) })),
  );
}

const colourOf = ({ series, before }: Line, tokens: Tokens) =>
  before ? tokens.line2 : tokens.series(series);

function drawn(line: Line, open: number | undefined, front: string | undefined, tokens: Tokens) {
  const behind = front !== undefined && front !== line.id && !line.before;
  const closed = open === undefined ? line.values.length : open;
  const look = {
    color: line.before ? tokens.text2 : colourOf(line, tokens),
    width: line.before ? 1.2 : front === line.id ? 2.6 : 1.8,
    opacity: behind ? 0.16 : line.before ? 0.6 : shadeOf(line.shade ?? 0),
  };
  const part = (values: readonly (number | null)[], type: 'solid' | 'dashed' | 'dotted') => ({
    type: 'line',
    name: line.name,
    data: values,
    silent: true,
    // A day alone would be no line.
    showSymbol: values.filter((value) => value !== null).length === 1,
    symbol: 'circle',
    symbolSize: 5,
    lineStyle: { ...look, type },
    itemStyle: { color: look.color, opacity: look.opacity },
    emphasis: { disabled: true },
    z: line.before ? 1 : front === line.id ? 4 : 2,
  });
  const solid = part(
    line.values.map((value, index) => (index < closed ? value : null)),
    line.before ? 'dotted' : 'solid',
  );
  if (open === undefined || line.before) return [line.before ? { ...solid, data: line.values } : solid];
  const rest = line.values.map((value, index) => (index >= closed - 1 ? value : null));
  return [solid, part(rest, 'dashed')];
}
