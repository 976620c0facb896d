package evaluate

// expand makes the instances of a module in every instance of its caller.
func (r *run) expand(n *node) {
	m := n.module
	if m.parent == nil {
		m.instances = []*moduleInstance{{of: m}}
		return
	}
	m.isUnknown, m.instancesIn = map[*moduleInstance]bool{}, map[*moduleInstance][]*moduleInstance{}
	if m.declared == nil {
		return
	}
	for _, parent := range m.parent.instances {
		keys, known := r.repeat(repetition{
			count: m.call.Count, forEach: m.call.ForEach,
			context: r.scope(n, parent), address: parent.in("module." + m.name), at: m.call.Range,
		})
		m.isUnknown[parent] = !known
		for _, key := range keys {
			instance := &moduleInstance{
				of: m, parent: parent, repeated: key,
				address: parent.in("module." + m.name + instanceKey(key.key)),
			}
			m.instances = append(m.instances, instance)
			m.instancesIn[parent] = append(m.instancesIn[parent], instance)
		}
	}
}
