// The parts of ECharts in use, in a chunk of their own that the first chart fetches.
import { LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as include } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

include([LineChart, SankeyChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
