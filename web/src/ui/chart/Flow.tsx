// Streams from left to right, such as people from one place to the next.
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import type { Series } from '../control/Dot';
import { Drawing } from './Drawing';
import { tipLook, tipOf } from './tip';
import type { Tokens } from './tokens';

export interface FlowNode {
  id: string;
  name: string;
  series: Series;
  // The column in which it stands, from 0.
  column: number;
}

export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

export interface FlowProps {
  label: string;
  height?: number;
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
  value: (value: number) => string;
}

export function Flow({ label, height = 300, nodes, links, value }: FlowProps) {
  const option = useMemo(
    () => (tokens: Tokens) => optionOf({ nodes, links, value }, tokens),
    [nodes, links, value],
  );
  return <Drawing label={label} height={height} option={option} />;
}

type What = Pick<FlowProps, 'nodes' | 'links' | 'value'>;

interface Under {
  name: string;
  value: number;
  data: { source?: string; target?: string };
}

function optionOf({ nodes, links, value }: What, tokens: Tokens): EChartsCoreOption {
  const nameOf = (id: string | undefined) => nodes.find((node) => node.id === id)?.name ?? '';
  return {
    tooltip: {
      trigger: 'item',
      ...tipLook(tokens),
      formatter: (under: unknown) => {
        const { name, data, value: amount } = under as Under;
        const head = data.source ? `${nameOf(data.source)} → ${nameOf(data.target)}` : nameOf(name);
        return tipOf(head, [{ name: '', value: value(amount) }]);
      },
    },
    series: [
      {
        type: 'sankey',
        left: 2,
        right: 118,
        top: 8,
        bottom: 8,
        nodeWidth: 9,
        nodeGap: 13,
        draggable: false,
        layoutIterations: 24,
        emphasis: { focus: 'adjacency' },
        label: {
          color: tokens.text,
          fontFamily: tokens.font,
          fontSize: 12.5,
          formatter: ({ name }: { name: string }) => nameOf(name),
        },
        lineStyle: { color: 'gradient', opacity: 0.22, curveness: 0.5 },
        data: nodes.map(({ id, series, column }) => ({
          name: id,
          depth: column,
          itemStyle: { color: tokens.series(series), borderWidth: 0 },
        })),
        links: links.map(({ from, to, value: amount }) => ({ source: from, target: to, value: amount })),
      },
    ],
  };
}
