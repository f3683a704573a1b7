package org.shouwang.workflow.engine;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.ProcessBean;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The only beans an expression in a BPMN file can name. Looked up when first called, for they depend on the engine
 * themselves.
 */
final class BeansForProcesses extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private final Map<String, String> beanNames;

    BeansForProcesses(ListableBeanFactory beans) {
        this.beans = beans;
        this.beanNames = names(beans);
    }

    private static Map<String, String> names(ListableBeanFactory beans) {
        Map<String, String> names = new HashMap<>();
        for (String beanName : beans.getBeanNamesForAnnotation(ProcessBean.class)) {
            ProcessBean annotation = beans.findAnnotationOnBean(beanName, ProcessBean.class);
            if (annotation != null) {
                names.put(annotation.value(), beanName);
            }
        }
        return names;
    }

    /** Name in BPMN and class of every bean that processes may call, for the check of the files. */
    static Map<String, Class<?>> types(ListableBeanFactory beans) {
        Map<String, Class<?>> types = new HashMap<>();
        names(beans).forEach((name, beanName) -> {
            Class<?> type = beans.getType(beanName);
            if (type != null) {
                types.put(name, type);
            }
        });
        return types;
    }

    @Override
    public boolean containsKey(Object key) {
        return beanNames.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        String beanName = beanNames.get(key);
        return beanName == null ? null : beans.getBean(beanName);
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        throw new UnsupportedOperationException("beans are looked up by name");
    }

    @Override
    public boolean isEmpty() {
        return beanNames.isEmpty();
    }

    @Override
    public int size() {
        return beanNames.size();
    }
}
