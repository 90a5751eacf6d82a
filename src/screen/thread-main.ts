import { serve } from "./thread.ts";

// Where the program runs from its sources, a thread starts here.
serve();
