/** Whether the grids below show only: one switch of the host for all of them, beside each grid's own `readOnly`. */
import { createContext } from 'react';

export const GridsReadOnly = createContext(false);
