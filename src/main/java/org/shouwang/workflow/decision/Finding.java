package org.shouwang.workflow.decision;

import java.util.List;
import java.util.Map;

/** What a DMN file says about some inputs, before it is stored. */
record Finding(String dmnSha256, List<Map<String, Object>> outputs, List<Reason> reasons) {}
