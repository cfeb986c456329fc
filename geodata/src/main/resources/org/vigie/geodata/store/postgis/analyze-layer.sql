-- Purpose: tells the planner what a large import changed. Parameter: layer.
-- Index: none.
select vigie.analyze_layer(?)
