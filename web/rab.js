// The plan's table behaves like a spreadsheet.
import { grids } from "./lib/grid.js";

grids();
